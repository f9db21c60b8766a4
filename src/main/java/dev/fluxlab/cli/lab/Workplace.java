package dev.fluxlab.cli.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder a learner is in; starts in the home of the world. */
final class Workplace {

    private final Path home;
    private Path folder;

    Workplace(Path home) {
        this.home = home;
        this.folder = home;
    }

    Path folder() {
        return folder;
    }

    /** Goes to a folder, named as in any shell; refuses what is none. */
    void go(String to) {
        Path target = to.isEmpty() || to.equals("~") ? home : folder.resolve(to).normalize();
        if (!Files.isDirectory(target)) {
            throw new IllegalArgumentException("there is no folder " + target);
        }
        folder = target;
    }

    /** The folder as the prompt shows it. */
    String shown() {
        return folder.startsWith(home)
                ? "~" + (folder.equals(home) ? "" : "/" + home.relativize(folder))
                : folder.toString();
    }
}
