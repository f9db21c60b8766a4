package dev.fluxlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where fluxlab itself lies; the launcher says it. */
record Installation(Path root) {

    static Installation here() {
        return new Installation(Path.of(System.getProperty("fluxlab.home", ".")));
    }

    /** The repositories that a learner starts from. */
    Path seeds() {
        Path seeds = root.resolve("labs/04-version-promotion/world");
        if (!Files.isDirectory(seeds)) {
            throw new NoWorld("the repositories a world begins with are not in " + seeds.toAbsolutePath()
                    + ". Run ./fluxlab of a complete checkout.");
        }
        return seeds;
    }
}
