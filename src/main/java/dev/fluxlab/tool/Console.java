package dev.fluxlab.tool;

import java.io.PrintWriter;
import java.nio.file.Path;

/** What a tool prints to, and the folder it was called in. */
public record Console(PrintWriter out, PrintWriter err, Path folder) {

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void line(String text) {
        print(text + "\n");
    }

    /** Prints to the error stream. */
    void note(String text) {
        err.print(text + "\n");
        err.flush();
    }
}
