package dev.fluxlab.kube.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount with a unit, such as {@code 100m} or {@code 1Gi}: its value, and the family of units it was written in. */
public record Quantity(BigDecimal value, Family family) {

    /** The units that a quantity is written in again. */
    public enum Family {
        DECIMAL,
        BINARY,
        EXPONENT
    }

    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]*(?:\\.[0-9]*)?)([eEinumkKMGTP]*[-+]?[0-9]*)");
    private static final Pattern EXPONENT = Pattern.compile("[eE]([-+]?[0-9]{1,9})");
    private static final Map<String, Integer> DECIMALS =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final Map<String, Integer> BINARIES = Map.of("Ki", 1, "Mi", 2, "Gi", 3, "Ti", 4, "Pi", 5, "Ei", 6);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * The quantity a text says.
     *
     * @throws IllegalArgumentException with Go's message when the text is none
     */
    public static Quantity parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            throw new IllegalArgumentException(
                    "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
        }
        return of(number(form.group(1)), form.group(2));
    }

    private static BigDecimal number(String digits) {
        String sign = digits.startsWith("-") ? "-" : "";
        String bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        return new BigDecimal(sign + "0" + (bare.endsWith(".") ? bare + "0" : bare));
    }

    private static Quantity of(BigDecimal number, String suffix) {
        Integer decimal = DECIMALS.get(suffix);
        if (decimal != null) {
            return new Quantity(rounded(number.scaleByPowerOfTen(decimal)), Family.DECIMAL);
        }
        Integer binary = BINARIES.get(suffix);
        if (binary != null) {
            return binary(rounded(number.multiply(KIBI.pow(binary))));
        }
        Matcher exponent = EXPONENT.matcher(suffix);
        if (!exponent.matches()) {
            throw new IllegalArgumentException("unable to parse quantity's suffix");
        }
        return new Quantity(rounded(number.scaleByPowerOfTen(Integer.parseInt(exponent.group(1)))), Family.EXPONENT);
    }

    private static Quantity binary(BigDecimal value) {
        boolean fraction = value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0;
        return new Quantity(value.min(MOST), fraction ? Family.DECIMAL : Family.BINARY);
    }

    /** Nothing is finer than a billionth; what is rounds away from zero, as who asks for some shall get some. */
    private static BigDecimal rounded(BigDecimal value) {
        return value.scale() > 9 ? value.setScale(9, RoundingMode.UP) : value;
    }

    /** The canonical text, which parses to the same quantity. */
    @Override
    public String toString() {
        if (value.signum() == 0) {
            return "0";
        }
        if (family == Family.BINARY && value.abs().compareTo(KIBI) >= 0) {
            return binaryText();
        }
        return decimalText();
    }

    private String binaryText() {
        BigInteger number = value.setScale(0, RoundingMode.UP).toBigIntegerExact();
        int power = 0;
        while (power < 6 && number.getLowestSetBit() >= 10) {
            number = number.shiftRight(10);
            power++;
        }
        return number + (power == 0 ? "" : "KMGTPE".charAt(power - 1) + "i");
    }

    private String decimalText() {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = Math.floorDiv(-bare.scale(), 3) * 3;
        String number = bare.scaleByPowerOfTen(-exponent).toBigIntegerExact().toString();
        if (exponent == 0) {
            return number;
        }
        return number + (family == Family.EXPONENT ? String.format(Locale.ROOT, "e%d", exponent) : unit(exponent));
    }

    private static String unit(int exponent) {
        return DECIMALS.entrySet().stream()
                .filter(unit -> unit.getValue() == exponent)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> "e" + exponent);
    }
}
