package dev.fluxlab.cli;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How a result is printed: for people, or as JSON for programs. */
final class Output {

    /** The forms of a result. */
    enum Form {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "How to print the result: text or json.")
    private Form form = Form.TEXT;

    void print(PrintWriter out, Json result, Consumer<PrintWriter> text) {
        if (form == Form.JSON) {
            out.println(JsonText.pretty(result));
        } else {
            text.accept(out);
        }
    }
}
