package dev.fluxlab.kube.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount with a unit, such as {@code 100m} or {@code 1Gi}.
 *
 * @param value the amount in units of one
 * @param text the amount as Kubernetes writes it again: what was read when that is short enough, else the canonical text
 */
public record Quantity(BigDecimal value, String text) {

    private static final Pattern FORM = Pattern.compile("[+-]?([0-9]*)(?:\\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)");
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
        String fraction = form.group(2) == null ? "" : form.group(2);
        return new Digits(text, form.group(1).replaceFirst("^0+", ""), fraction).withSuffix(form.group(3));
    }

    @Override
    public String toString() {
        return text;
    }

    /** The number of a quantity, leading zeros gone. */
    private record Digits(String text, String whole, String fraction) {

        Quantity withSuffix(String suffix) {
            if (BINARIES.containsKey(suffix)) {
                return binary(BINARIES.get(suffix));
            }
            if (DECIMALS.containsKey(suffix)) {
                return decimal(DECIMALS.get(suffix), false);
            }
            Matcher exponent = EXPONENT.matcher(suffix);
            if (!exponent.matches()) {
                throw new IllegalArgumentException("unable to parse quantity's suffix");
            }
            return decimal(Integer.parseInt(exponent.group(1)), true);
        }

        private BigDecimal number() {
            BigDecimal number = new BigDecimal("0" + whole + "." + fraction + "0");
            return text.startsWith("-") ? number.negate() : number;
        }

        private int length() {
            return Math.max(1, whole.length()) + fraction.length();
        }

        private Quantity decimal(int exponent, boolean written) {
            BigDecimal value = rounded(number().scaleByPowerOfTen(exponent));
            int scale = exponent - fraction.length();
            String digits = whole + fraction;
            boolean keeps =
                    length() <= 18 && scale >= -9 && scale % 3 == 0 && !whole.isEmpty() && !digits.endsWith("000");
            return new Quantity(value, keeps ? text : decimalText(value, written));
        }

        private Quantity binary(int power) {
            BigDecimal value = rounded(number().multiply(KIBI.pow(power)));
            int room = 15 - length() - power * 3 - 1;
            boolean keeps = fraction.isEmpty()
                    && room >= 0
                    && number().abs().toBigInteger().intValue() % 8 != 0;
            BigDecimal capped = keeps ? value : value.min(MOST).max(MOST.negate());
            boolean isBinary = capped.abs().compareTo(KIBI) >= 0
                    && capped.stripTrailingZeros().scale() <= 0;
            return new Quantity(capped, keeps ? text : isBinary ? binaryText(capped) : decimalText(capped, false));
        }
    }

    /** Nothing is finer than a billionth; what is rounds away from zero, as who asks for some shall get some. */
    private static BigDecimal rounded(BigDecimal value) {
        return value.scale() > 9 ? value.setScale(9, RoundingMode.UP) : value;
    }

    private static String binaryText(BigDecimal value) {
        BigInteger number = value.toBigIntegerExact();
        int power = 0;
        while (power < 6 && number.getLowestSetBit() >= 10) {
            number = number.shiftRight(10);
            power++;
        }
        return number + (power == 0 ? "" : "KMGTPE".charAt(power - 1) + "i");
    }

    private static String decimalText(BigDecimal value, boolean withExponent) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = Math.floorDiv(-bare.scale(), 3) * 3;
        String number = bare.scaleByPowerOfTen(-exponent).toBigIntegerExact().toString();
        if (exponent == 0) {
            return number;
        }
        return number + (withExponent ? "e" + exponent : unit(exponent));
    }

    private static String unit(int exponent) {
        return DECIMALS.entrySet().stream()
                .filter(unit -> unit.getValue() == exponent)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
