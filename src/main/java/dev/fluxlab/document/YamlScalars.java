package dev.fluxlab.document;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plain scalar means to go-yaml, which Kubernetes and Flux read YAML with: YAML 1.2 numbers, 1.1 booleans. */
final class YamlScalars {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES =
            Set.of("true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSES =
            Set.of("false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    // go-yaml decodes the single letters only when the target is a bool; untyped they stay text
    private static final Set<String> LETTERS = Set.of("y", "Y", "n", "N");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INT = Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)");

    private YamlScalars() {}

    static Json resolve(String text) {
        if (NULLS.contains(text)) {
            return Null.NULL;
        }
        if (!LETTERS.contains(text) && TRUES.contains(text)) {
            return Bool.TRUE;
        }
        if (!LETTERS.contains(text) && FALSES.contains(text)) {
            return Bool.FALSE;
        }
        if (INT.matcher(text).matches()) {
            return whole(text);
        }
        if (FLOAT.matcher(text).matches()) {
            return Num.of(Double.parseDouble(text));
        }
        return new Str(text);
    }

    /** Whether the text is a boolean to YAML 1.1 but text to YAML 1.2. */
    static boolean isOnlyYaml11(String text) {
        return (TRUES.contains(text) || FALSES.contains(text))
                && !text.equalsIgnoreCase("true")
                && !text.equalsIgnoreCase("false");
    }

    private static Json whole(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        String bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger size = magnitude(bare);
        BigInteger value = negative ? size.negate() : size;
        return value.bitLength() > 63 ? Num.of(value.doubleValue()) : Num.of(value.longValue());
    }

    private static BigInteger magnitude(String bare) {
        if (bare.startsWith("0b")) {
            return new BigInteger(bare.substring(2), 2);
        }
        if (bare.startsWith("0x")) {
            return new BigInteger(bare.substring(2), 16);
        }
        if (bare.startsWith("0o")) {
            return new BigInteger(bare.substring(2), 8);
        }
        boolean octal =
                bare.length() > 1 && bare.startsWith("0") && bare.chars().allMatch(c -> c < '8');
        return new BigInteger(bare, octal ? 8 : 10);
    }
}
