package dev.fluxlab.flux.image;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Joins a path that a user wrote to a folder it must not leave. */
final class SafePath {

    private SafePath() {}

    /** Steps up end at the folder: {@code ../../b} is {@code b}. */
    static Path join(Path folder, String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return folder.resolve(String.join("/", steps));
    }
}
