package dev.fluxlab.document;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an unquoted scalar means to go-yaml v3 (YAML 1.2 with timestamps), and whether YAML 1.1 takes it for no string. */
final class PlainScalars {

    static final String STRING = "!!str";
    static final String NULL = "!!null";
    static final String MERGE = "!!merge";
    private static final String BOOLEAN = "!!bool";
    private static final String INTEGER = "!!int";
    private static final String FLOAT = "!!float";
    private static final String TIMESTAMP = "!!timestamp";

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> OLD_BOOLEANS =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Set<String> SPECIAL_FLOATS = Set.of(
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Pattern FLOAT_FORM =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER_FORM =
            Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9][0-9]*)");
    private static final Pattern DATE_FORM = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2}))"
            + "|(?: ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\\.[0-9]+)?))?");

    private PlainScalars() {}

    /** The short tag of an unquoted text. */
    static String tagOf(String text) {
        if (NULLS.contains(text)) {
            return NULL;
        }
        if (BOOLEANS.contains(text)) {
            return BOOLEAN;
        }
        if (SPECIAL_FLOATS.contains(text)) {
            return FLOAT;
        }
        char first = text.charAt(0);
        boolean numeric = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
        return numeric ? numericTag(text) : STRING;
    }

    private static String numericTag(String text) {
        if (isTimestamp(text)) {
            return TIMESTAMP;
        }
        String plain = text.replace("_", "");
        if (text.charAt(0) != '.' && isInteger(plain)) {
            return INTEGER;
        }
        return FLOAT_FORM.matcher(plain).matches() && !Double.isInfinite(Double.parseDouble(plain)) ? FLOAT : STRING;
    }

    private static boolean isInteger(String plain) {
        if (!INTEGER_FORM.matcher(plain).matches()) {
            return false;
        }
        String digits = plain.replaceFirst("^[-+]", "").toLowerCase(Locale.ROOT);
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0b") ? 2 : digits.startsWith("0") ? 8 : 10;
        String body = digits.replaceFirst("^0[xbo]", "");
        return !body.isEmpty() && new BigInteger(body, radix).bitLength() <= 64;
    }

    private static boolean isTimestamp(String text) {
        Matcher form = DATE_FORM.matcher(text);
        if (!form.matches()) {
            return false;
        }
        try {
            LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            int hour = form.group(4) != null ? 4 : 7;
            if (form.group(hour) != null) {
                LocalTime.of(number(form, hour), number(form, hour + 1), number(form, hour + 2));
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** True when a YAML 1.1 reader would take the unquoted text for something else than a string. */
    static boolean isNonString(String text) {
        if (text.isEmpty() || text.contains("\n")) {
            return false;
        }
        if (OLD_BOOLEANS.contains(text)) {
            return true;
        }
        String tag = tagOf(text);
        if (!tag.equals(STRING)) {
            return !tag.equals(TIMESTAMP); // go-yaml v2 hands dates out as text
        }
        return !readsAsText(text);
    }

    private static boolean readsAsText(String text) {
        if ("[{-?!&*|>%@`\"'#".indexOf(text.charAt(0)) < 0
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.contains(" #")) {
            return true;
        }
        try {
            return YamlText.read(text).asText().isPresent();
        } catch (DocumentException e) {
            return true;
        }
    }
}
