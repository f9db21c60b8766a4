package dev.fluxlab.document;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prints block YAML as go-yaml does with an indent of two: lists not indented below their key, plain text where safe. */
final class YamlPrinter {

    private static final Pattern PLAIN_START =
            Pattern.compile("[^\\s\\-?:,\\[\\]{}#&*!|>'\"%@`].*|[-?:][^\\s].*", Pattern.DOTALL);
    private static final Pattern BASE60 = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();

    YamlPrinter(boolean sorted) {
        this.sorted = sorted;
    }

    String print(Json value) {
        if (isLeaf(value)) {
            return leaf(value, 0) + "\n";
        }
        block(value, 0, false);
        return out.toString();
    }

    private static boolean isLeaf(Json value) {
        return value instanceof Obj obj && obj.isEmpty()
                || value instanceof Arr arr && arr.isEmpty()
                || !(value instanceof Obj) && !(value instanceof Arr);
    }

    private void block(Json value, int indent, boolean afterDash) {
        if (value instanceof Obj obj) {
            object(obj, indent, afterDash);
        } else {
            array((Arr) value, indent, afterDash);
        }
    }

    private void object(Obj obj, int indent, boolean afterDash) {
        boolean first = afterDash;
        Map<String, Json> members = sorted ? new TreeMap<>(obj.members()) : obj.members();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            pad(first ? 0 : indent);
            first = false;
            out.append(scalar(member.getKey(), indent)).append(':');
            Json value = member.getValue();
            if (isLeaf(value)) {
                out.append(' ').append(leaf(value, indent)).append('\n');
            } else {
                out.append('\n');
                block(value, value instanceof Arr ? indent : indent + 2, false);
            }
        }
    }

    private void array(Arr arr, int indent, boolean afterDash) {
        boolean first = afterDash;
        for (Json item : arr.items()) {
            pad(first ? 0 : indent);
            first = false;
            out.append("- ");
            if (isLeaf(item)) {
                out.append(leaf(item, indent)).append('\n');
            } else {
                block(item, indent + 2, true);
            }
        }
    }

    private void pad(int indent) {
        out.append(" ".repeat(indent));
    }

    private static String leaf(Json value, int indent) {
        if (value instanceof Str str) {
            return scalar(str.value(), indent);
        }
        if (value instanceof Obj) {
            return "{}";
        }
        return value instanceof Arr ? "[]" : value.toString();
    }

    private static String scalar(String text, int indent) {
        if (text.contains("\n") && canBeBlock(text)) {
            return literal(text, indent);
        }
        if (isPlain(text)) {
            return text;
        }
        if (needsEscape(text)) {
            return JsonText.print(new Str(text));
        }
        // go-yaml double-quotes text that would read as another type, and single-quotes text that merely has odd signs
        return readsAsText(text) ? "'" + text.replace("'", "''") + "'" : JsonText.print(new Str(text));
    }

    private static boolean canBeBlock(String text) {
        return text.lines().noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"))
                && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')
                && !text.isBlank();
    }

    private static String literal(String text, int indent) {
        String body = text.replaceAll("\n+$", "");
        String trailing = text.substring(body.length());
        String mark = trailing.isEmpty() ? "-" : trailing.length() == 1 ? "" : "+";
        String hint = body.startsWith(" ") || body.startsWith("\n") ? "2" : "";
        StringBuilder block = new StringBuilder("|" + hint + mark);
        String pad = " ".repeat(indent + 2);
        for (String line : body.split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : pad + line);
        }
        if (trailing.length() > 1) {
            block.append("\n".repeat(trailing.length() - 1));
        }
        return block.toString();
    }

    private static boolean needsEscape(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0xfeff || c >= 0x80 && c < 0xa0);
    }

    private static boolean isPlain(String text) {
        return readsAsText(text)
                && PLAIN_START.matcher(text).matches()
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.startsWith("---")
                && !needsEscape(text)
                && !text.contains("\n");
    }

    private static boolean readsAsText(String text) {
        return YamlScalars.resolve(text) instanceof Str
                && !YamlScalars.isOnlyYaml11(text)
                && !BASE60.matcher(text).matches()
                && !TIMESTAMP.matcher(text).matches()
                && !text.equals("<<")
                && !text.equals("=");
    }
}
