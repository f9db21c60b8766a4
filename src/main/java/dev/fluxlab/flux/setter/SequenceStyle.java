package dev.fluxlab.flux.setter;

import dev.fluxlab.document.StyledYaml.Sequences;
import java.util.List;

/** How the sequences of a text stand: decided by the first one under a key, as kyaml decides it. */
final class SequenceStyle {

    private SequenceStyle() {}

    static Sequences of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            int dash = lines.get(i).indexOf("- ");
            boolean item = dash >= 0 && lines.get(i).substring(0, dash).isBlank();
            int indent = item ? dash - keyColumn(lines, i) : -1;
            if (indent == 0) {
                return Sequences.COMPACT;
            }
            if (indent == 2) {
                return Sequences.WIDE;
            }
        }
        return Sequences.COMPACT;
    }

    /** The column of the key above an item, or one that no item can stand at. */
    private static int keyColumn(List<String> lines, int item) {
        int above = item - 1;
        while (above >= 0 && trim(lines.get(above)).startsWith("#")) {
            above--;
        }
        String line = above < 0 ? "" : lines.get(above);
        String key = trim(line);
        boolean onlyKey = key.endsWith(":") && key.indexOf(':') == key.length() - 1;
        return onlyKey ? line.indexOf(key) : Integer.MAX_VALUE;
    }

    private static String trim(String line) {
        return line.replaceAll("^ +| +$", "");
    }
}
