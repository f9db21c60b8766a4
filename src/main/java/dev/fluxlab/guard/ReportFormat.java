package dev.fluxlab.guard;

import java.util.List;
import java.util.function.Function;

/** How findings are printed. */
public enum ReportFormat {
    TEXT(TextReport::print),
    JSON(JsonReport::print),
    SARIF(SarifReport::print),
    JUNIT(JunitReport::print);

    private final Function<List<Finding>, String> printer;

    ReportFormat(Function<List<Finding>, String> printer) {
        this.printer = printer;
    }

    public String print(List<Finding> findings) {
        return printer.apply(findings);
    }
}
