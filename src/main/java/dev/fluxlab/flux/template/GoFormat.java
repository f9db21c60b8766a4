package dev.fluxlab.flux.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's printf for the verbs that templates use: v s d q t x f g and %, with flags, width and precision. */
final class GoFormat {

    private static final Pattern VERB = Pattern.compile("%([-+# 0]*)([0-9]*)(?:\\.([0-9]*))?(.|$)", Pattern.DOTALL);

    private GoFormat() {}

    static String format(String format, List<Object> operands) {
        StringBuilder text = new StringBuilder();
        Matcher verb = VERB.matcher(format);
        int from = 0;
        int used = 0;
        while (verb.find()) {
            text.append(format, from, verb.start());
            from = verb.end();
            String name = verb.group(4);
            if (name.equals("%")) {
                text.append('%');
            } else if (name.isEmpty()) {
                text.append("%!(NOVERB)");
            } else if (used == operands.size()) {
                text.append("%!").append(name).append("(MISSING)");
            } else {
                text.append(padded(one(name, verb.group(3), operands.get(used++)), verb.group(1), verb.group(2)));
            }
        }
        text.append(format.substring(from));
        return text + extra(operands.subList(used, operands.size()));
    }

    private static String extra(List<Object> unused) {
        if (unused.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("%!(EXTRA ");
        for (Object value : unused) {
            text.append(text.length() > 9 ? ", " : "")
                    .append(GoPrint.typeName(value))
                    .append('=')
                    .append(GoPrint.text(value));
        }
        return text.append(')').toString();
    }

    private static String one(String verb, @org.jspecify.annotations.Nullable String precision, Object value) {
        return switch (verb) {
            case "v" -> GoPrint.text(value);
            case "s" -> value instanceof Long || value instanceof Boolean || value instanceof Double
                    ? wrong(verb, value)
                    : cut(GoPrint.text(value), precision);
            case "q" -> GoPrint.quoted(GoPrint.text(value));
            case "d" -> value instanceof Long ? value.toString() : wrong(verb, value);
            case "t" -> value instanceof Boolean ? value.toString() : wrong(verb, value);
            case "x" -> value instanceof Long number ? Long.toHexString(number) : wrong(verb, value);
            case "f", "g" -> value instanceof Double number
                    ? String.format(
                            Locale.ROOT,
                            "%." + (precision == null || precision.isEmpty() ? "6" : precision) + "f",
                            number)
                    : wrong(verb, value);
            case "T" -> GoPrint.typeName(value);
            default -> wrong(verb, value);
        };
    }

    private static String cut(String text, @org.jspecify.annotations.Nullable String precision) {
        if (precision == null || precision.isEmpty()) {
            return text;
        }
        return text.substring(0, Math.min(text.length(), Integer.parseInt(precision)));
    }

    private static String wrong(String verb, Object value) {
        return "%!" + verb + "(" + GoPrint.typeName(value) + "=" + GoPrint.text(value) + ")";
    }

    private static String padded(String text, String flags, String width) {
        int missing = (width.isEmpty() ? 0 : Math.min(Integer.parseInt(width), 10_000)) - text.length();
        if (missing <= 0) {
            return text;
        }
        String fill = (flags.contains("0") && !flags.contains("-") ? "0" : " ").repeat(missing);
        return flags.contains("-") ? text + fill : fill + text;
    }
}
