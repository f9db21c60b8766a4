package dev.fluxlab.flux.policy;

import com.google.re2j.Pattern;
import java.util.Locale;

/** Numbers in the syntax of Go's ParseFloat, which is neither Java's (no {@code 1d}) nor narrower ({@code 1_0}, {@code inf}). */
final class GoFloat {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");
    private static final Pattern MISPLACED_UNDERSCORE = Pattern.compile("^[+-]?_|_$|__|_[^0-9a-fA-F]|[^0-9a-fA-FxX]_");

    private GoFloat() {}

    static double parse(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        switch (unsigned.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> {
                return sign.isEmpty() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            case "nan" -> {
                if (unsigned.equals(text)) {
                    return Double.NaN;
                }
            }
            default -> {}
        }
        return finite(text);
    }

    private static double finite(String text) {
        String plain = text.replace("_", "");
        boolean number = DECIMAL.matches(plain) || HEXADECIMAL.matches(plain);
        if (!number || MISPLACED_UNDERSCORE.matcher(text).find()) {
            throw ElectionException.notANumber(text);
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw ElectionException.notANumber(text);
        }
        return value;
    }
}
