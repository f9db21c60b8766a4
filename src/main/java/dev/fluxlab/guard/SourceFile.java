package dev.fluxlab.guard;

import java.util.List;

/** A text file of the checkout, by its path relative to it. */
record SourceFile(String path, List<String> lines) {

    boolean isWorkflow() {
        return path.contains(".github/workflows/");
    }

    String text() {
        return String.join("\n", lines);
    }
}
