package dev.fluxlab.document;

import java.util.Map;
import java.util.regex.Pattern;

/** Writes one text as go-yaml does: its choice of style, its escapes, and its folding of lines beyond 80 columns. */
final class YamlScalarWriter {

    private static final int WIDTH = 80;
    private static final Pattern TRAILING_BREAKS = Pattern.compile("\n+$");
    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry(0x00, "0"),
            Map.entry(0x07, "a"),
            Map.entry(0x08, "b"),
            Map.entry(0x09, "t"),
            Map.entry(0x0a, "n"),
            Map.entry(0x0b, "v"),
            Map.entry(0x0c, "f"),
            Map.entry(0x0d, "r"),
            Map.entry(0x1b, "e"),
            Map.entry(0x22, "\""),
            Map.entry(0x5c, "\\"),
            Map.entry(0x85, "N"),
            Map.entry(0x2028, "L"),
            Map.entry(0x2029, "P"));

    private final StringBuilder out;

    YamlScalarWriter(StringBuilder out) {
        this.out = out;
    }

    /** Writes a key, which stays on its line. */
    void key(String text) {
        YamlScalarShape shape = YamlScalarShape.of(text);
        if (shape.multiline()) {
            doubleQuoted(text, 0, false);
        } else {
            flow(text, shape, 0, false);
        }
    }

    /** Writes a value; lines after its first are indented by the given number of spaces. */
    void value(String text, int indent) {
        YamlScalarShape shape = YamlScalarShape.of(text);
        if (text.contains("\n") && shape.block()) {
            literal(text, indent);
        } else {
            flow(text, shape, indent, true);
        }
    }

    private void flow(String text, YamlScalarShape shape, int indent, boolean folds) {
        boolean readsAsText = YamlScalars.readsAsText(text);
        if (!shape.multiline() && readsAsText && shape.plain()) {
            plain(text, indent, folds);
        } else if (!shape.multiline() && readsAsText && shape.single()) {
            singleQuoted(text, indent, folds);
        } else {
            doubleQuoted(text, indent, folds);
        }
    }

    private int column() {
        int line = out.lastIndexOf("\n") + 1;
        return out.codePointCount(line, out.length());
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
    }

    private void plain(String text, int indent, boolean folds) {
        for (int i = 0; i < text.length(); i++) {
            if (folds && isFold(text, i)) {
                newLine(indent);
            } else {
                out.append(text.charAt(i));
            }
        }
    }

    private boolean isFold(String text, int i) {
        return text.charAt(i) == ' '
                && column() > WIDTH
                && i > 0
                && i < text.length() - 1
                && text.charAt(i - 1) != ' '
                && text.charAt(i + 1) != ' ';
    }

    private void singleQuoted(String text, int indent, boolean folds) {
        out.append('\'');
        for (int i = 0; i < text.length(); i++) {
            if (folds && isFold(text, i)) {
                newLine(indent);
            } else {
                out.append(text.charAt(i) == '\'' ? "''" : text.substring(i, i + 1));
            }
        }
        out.append('\'');
    }

    private void doubleQuoted(String text, int indent, boolean folds) {
        out.append('"');
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (sign == ' ' && folds && !afterSpace && column() > WIDTH && i > 0 && i < text.length() - 1) {
                newLine(indent);
                // a space at the start of a line would be folded away
                out.append(text.charAt(i + 1) == ' ' ? "\\" : "");
            } else {
                escaped(sign);
            }
            afterSpace = sign == ' ';
        }
        out.append('"');
    }

    private void escaped(int sign) {
        out.append(escape(sign));
    }

    /** One character as it stands between double quotes. */
    static String escape(int sign) {
        boolean plain =
                YamlScalarShape.isPrintable(sign) && !YamlScalarShape.isBreak(sign) && sign != '"' && sign != '\\';
        if (plain) {
            return Character.toString(sign);
        }
        if (ESCAPES.containsKey(sign)) {
            return "\\" + ESCAPES.get(sign);
        }
        String form = sign <= 0xff ? "\\x%02X" : sign <= 0xffff ? "\\u%04X" : "\\U%08X";
        return form.formatted(sign);
    }

    private void literal(String text, int indent) {
        String body = TRAILING_BREAKS.matcher(text).replaceFirst("");
        int trailing = text.length() - body.length();
        boolean startsBlank = text.startsWith(" ") || text.startsWith("\n");
        out.append('|').append(startsBlank ? "2" : "");
        out.append(trailing == 0 ? "-" : trailing > 1 || body.isEmpty() ? "+" : "");
        if (!body.isEmpty()) {
            body.lines().forEach(line -> out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line));
        }
        out.append("\n".repeat(body.isEmpty() ? trailing : Math.max(0, trailing - 1)));
    }
}
