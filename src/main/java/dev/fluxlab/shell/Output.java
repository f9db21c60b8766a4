package dev.fluxlab.shell;

import java.io.PrintWriter;

/** Where a command prints: a terminal with its width and colours, or a plain stream. */
public final class Output {

    private final PrintWriter writer;
    private final boolean coloured;
    private final int width;

    public Output(PrintWriter writer, boolean coloured, int width) {
        this.writer = writer;
        this.coloured = coloured;
        this.width = width;
    }

    public void line(String text) {
        writer.println(text);
        writer.flush();
    }

    /** Prints prose, wrapped to the terminal. */
    public void prose(String markdown) {
        new Prose(width, coloured).lines(markdown).forEach(writer::println);
        writer.flush();
    }

    public PrintWriter writer() {
        return writer;
    }

    public int width() {
        return width;
    }

    /** Whether a person looks at it, so that progress and colours make sense. */
    public boolean isTerminal() {
        return coloured;
    }

    public String good(String text) {
        return style("32", text);
    }

    public String bad(String text) {
        return style("31", text);
    }

    public String faint(String text) {
        return style("2", text);
    }

    public String strong(String text) {
        return style("1", text);
    }

    private String style(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
