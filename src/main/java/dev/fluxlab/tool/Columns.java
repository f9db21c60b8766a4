package dev.fluxlab.tool;

import java.util.ArrayList;
import java.util.List;

/** Rows of words set in columns, as gh and kubectl print them. */
final class Columns {

    private final List<List<String>> rows = new ArrayList<>();
    private final String gap;

    Columns(String gap) {
        this.gap = gap;
    }

    Columns add(List<String> row) {
        rows.add(row);
        return this;
    }

    String print() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                boolean last = i == row.size() - 1;
                line.append(row.get(i))
                        .append(last ? "" : " ".repeat(widths[i] - row.get(i).length()) + gap);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
