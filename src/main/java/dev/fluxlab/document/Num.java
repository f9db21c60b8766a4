package dev.fluxlab.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, whole or floating as Go's decoder tells them apart: a number written without fraction and exponent
 * that fits 64 bits is whole.
 */
public final class Num implements Json {

    private final boolean integral;
    private final long whole;
    private final double floating;

    private Num(boolean integral, long whole, double floating) {
        this.integral = integral;
        this.whole = whole;
        this.floating = floating;
    }

    public static Num of(long value) {
        return new Num(true, value, value);
    }

    public static Num of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        return new Num(false, (long) value, value);
    }

    public boolean isIntegral() {
        return integral;
    }

    public long longValue() {
        return whole;
    }

    public double doubleValue() {
        return floating;
    }

    @Override
    public Number toJava() {
        if (integral) {
            return whole;
        }
        return floating;
    }

    @Override
    public String typeName() {
        return "number";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Num num
                && integral == num.integral
                && whole == num.whole
                && Double.compare(floating, num.floating) == 0;
    }

    @Override
    public int hashCode() {
        return integral ? Long.hashCode(whole) : Double.hashCode(floating);
    }

    /** The text that Go's encoding/json prints: no exponent between 1e-6 and 1e21. */
    @Override
    public String toString() {
        if (integral) {
            return Long.toString(whole);
        }
        double size = Math.abs(floating);
        if (size == 0) {
            return "0";
        }
        if (size >= 1e-6 && size < 1e21) {
            return new BigDecimal(Double.toString(floating))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return exponentForm();
    }

    private String exponentForm() {
        String[] parts = Double.toString(floating).split("E", -1);
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        String sign = exponent < 0 ? "-" : "+";
        String digits = Integer.toString(Math.abs(exponent));
        boolean padded = exponent > 0 && digits.length() == 1; // Go drops the padding only from e-09 to e-9
        return mantissa + "e" + sign + (padded ? "0" : "") + digits;
    }
}
