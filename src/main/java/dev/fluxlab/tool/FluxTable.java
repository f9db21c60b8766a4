package dev.fluxlab.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as the flux CLI prints it: cells padded, a tab behind each, none behind the last of the header. */
final class FluxTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    FluxTable(List<String> header) {
        this.header = header.stream().map(cell -> cell.toUpperCase(Locale.ROOT)).toList();
    }

    void add(List<String> row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String print(boolean withHeader) {
        List<List<String>> shown = new ArrayList<>(rows);
        if (withHeader) {
            shown.add(0, header);
        }
        int[] widths = widths(shown);
        StringBuilder text = new StringBuilder();
        for (List<String> row : shown) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.get(i) + " ".repeat(widths[i] - row.get(i).length()));
            }
            text.append(String.join("\t", cells))
                    .append(row == header ? "" : "\t")
                    .append('\n');
        }
        return text.toString();
    }

    private static int[] widths(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }
}
