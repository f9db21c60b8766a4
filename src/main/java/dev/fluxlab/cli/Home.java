package dev.fluxlab.cli;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.world.WorldBroken;
import dev.fluxlab.world.WorldFolder;
import dev.fluxlab.world.view.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder a verb is about, and the world that is served there. */
final class Home {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds the world (.fluxlab); the present one unless given.")
    private Path path = Path.of(".");

    Path path() {
        return path;
    }

    WorldFolder folder() {
        return WorldFolder.of(path);
    }

    /**
     * How to reach the world that is served from the folder.
     *
     * @throws NoWorld when there is none, or when nobody serves it
     */
    Access access() {
        WorldFolder folder = folder();
        if (!folder.exists()) {
            throw new NoWorld("there is no world in " + folder.home() + ". Start one with \"fluxlab up\", or name the"
                    + " folder of another with --home.");
        }
        if (!folder.isServed()) {
            throw new NoWorld("the world in " + folder.home() + " is not being served. Resume it with \"fluxlab up\".");
        }
        try {
            return Access.parse(
                    Files.readString(folder.worldFile()), folder.root().resolve("cache"));
        } catch (IOException | DocumentException e) {
            throw new WorldBroken(folder.worldFile(), e);
        }
    }
}
