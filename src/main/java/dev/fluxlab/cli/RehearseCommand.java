package dev.fluxlab.cli;

import dev.fluxlab.world.EmbeddedWorld;
import dev.fluxlab.world.Progress;
import dev.fluxlab.world.WorldFolder;
import dev.fluxlab.world.WorldOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves a world for a moment and ends; the launcher makes the class-data archive from such a run. */
@Command(name = "rehearse", hidden = true, description = "Serve a world for a moment, and end.")
final class RehearseCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fluxlab-rehearsal");
        try (EmbeddedWorld world = EmbeddedWorld.start(options(folder), Progress.silent())) {
            world.clock().awaitRest(LONGEST);
        } finally {
            WorldFolder.of(folder).reset();
            Files.deleteIfExists(folder);
        }
        return ExitCode.HOLDS.code();
    }

    private static WorldOptions options(Path folder) {
        return new WorldOptions() {
            @Override
            public Path home() {
                return folder;
            }

            @Override
            public Path seeds() {
                return Installation.here().seeds();
            }
        };
    }
}
