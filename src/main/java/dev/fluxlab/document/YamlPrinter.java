package dev.fluxlab.document;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prints block YAML as go-yaml does with an indent of two: lists not indented below their key, plain text where safe. */
final class YamlPrinter {

    // libyaml writes a longer key with a question mark, as nothing could find its colon again
    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final boolean sorted;
    private final StringBuilder out = new StringBuilder();
    private final YamlScalarWriter scalars = new YamlScalarWriter(out);

    YamlPrinter(boolean sorted) {
        this.sorted = sorted;
    }

    String print(Json value) {
        if (isLeaf(value)) {
            leaf(value, 0);
            return out.append('\n').toString();
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
        for (Map.Entry<String, Json> member : members(obj).entrySet()) {
            pad(first ? 0 : indent);
            first = false;
            key(member.getKey(), indent);
            member(member.getValue(), indent);
        }
    }

    private Map<String, Json> members(Obj obj) {
        if (!sorted) {
            return obj.members();
        }
        Map<String, Json> members = new TreeMap<>(YamlKeyOrder.NATURAL);
        members.putAll(obj.members());
        return members;
    }

    private void key(String key, int indent) {
        if (key.length() > LONGEST_SIMPLE_KEY) {
            out.append("? ");
            scalars.value(key, indent + 2);
            out.append('\n');
            pad(indent);
        } else {
            scalars.key(key);
        }
        out.append(':');
    }

    private void member(Json value, int indent) {
        if (isLeaf(value)) {
            out.append(' ');
            leaf(value, indent + 2);
            out.append('\n');
        } else {
            out.append('\n');
            block(value, value instanceof Arr ? indent : indent + 2, false);
        }
    }

    private void array(Arr arr, int indent, boolean afterDash) {
        boolean first = afterDash;
        for (Json item : arr.items()) {
            pad(first ? 0 : indent);
            first = false;
            out.append("- ");
            if (isLeaf(item)) {
                leaf(item, indent + 2);
                out.append('\n');
            } else {
                block(item, indent + 2, true);
            }
        }
    }

    private void pad(int indent) {
        out.append(" ".repeat(indent));
    }

    private void leaf(Json value, int indent) {
        if (value instanceof Str str) {
            scalars.value(str.value(), indent);
        } else if (value instanceof Num num) {
            out.append(number(num.toString()));
        } else {
            out.append(value instanceof Obj ? "{}" : value instanceof Arr ? "[]" : value.toString());
        }
    }

    /** A number as Go's shortest form prints it: with an exponent from a million on, unless it is whole. */
    private static String number(String json) {
        if (WHOLE.matcher(json).matches() || isLong(json)) {
            return json;
        }
        BigDecimal exact = new BigDecimal(json).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        return exponent < -4 || exponent >= 6 ? exponentForm(exact, exponent) : exact.toPlainString();
    }

    private static boolean isLong(String text) {
        try {
            return Long.toString(Long.parseLong(text)).equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String exponentForm(BigDecimal exact, int exponent) {
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = exact.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
