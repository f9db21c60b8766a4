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
        Path target = to.isEmpty() || to.equals("~") ? home : resolve(to);
        if (!Files.isDirectory(target)) {
            throw new IllegalArgumentException("there is no folder " + target);
        }
        folder = target;
    }

    private Path resolve(String to) {
        return (to.startsWith("~/") ? home.resolve(to.substring(2)) : folder.resolve(to)).normalize();
    }

    /** The folder as the prompt shows it. */
    String shown() {
        return folder.startsWith(home)
                ? "~" + (folder.equals(home) ? "" : "/" + home.relativize(folder))
                : folder.toString();
    }
}
