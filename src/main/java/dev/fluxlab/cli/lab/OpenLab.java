package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Course;
import dev.fluxlab.course.Lab;
import dev.fluxlab.world.Clones;
import dev.fluxlab.world.EmbeddedWorld;
import dev.fluxlab.world.Progress;
import dev.fluxlab.world.World;
import dev.fluxlab.world.WorldFolder;
import dev.fluxlab.world.WorldOptions;
import dev.fluxlab.world.view.WorldView;
import java.nio.file.Path;

/** A world with its clones and a prompt over them, opened together and closed together. */
public final class OpenLab implements AutoCloseable {

    private final World world;
    private final WorldView view;
    private final LabShell shell;

    private OpenLab(World world, WorldView view, LabShell shell) {
        this.world = world;
        this.view = view;
        this.shell = shell;
    }

    /** Makes or resumes the world of a folder and opens a lab in it. */
    public static OpenLab in(Path home, Course course, Lab lab, Progress progress) {
        WorldOptions options = new WorldOptions() {
            @Override
            public Path home() {
                return home;
            }

            @Override
            public Path seeds() {
                return lab.world();
            }
        };
        World world = EmbeddedWorld.start(options, progress);
        try {
            return over(world, home, course, lab);
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Opens a lab over a world that is running. */
    public static OpenLab over(World world, Path home, Course course, Lab lab) {
        WorldFolder folder = WorldFolder.of(home);
        new Clones(folder.home(), world.access()).make();
        WorldView view = WorldView.of(world.access(), world.clock());
        return new OpenLab(world, view, new LabShell(view, world.clock(), folder, course, lab));
    }

    public LabShell shell() {
        return shell;
    }

    public WorldView view() {
        return view;
    }

    @Override
    public void close() {
        view.close();
        world.close();
    }
}
