package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;

/** How values of expressions turn into each other. */
final class Values {

    private Values() {}

    static boolean isTrue(Json value) {
        if (value instanceof Bool bool) {
            return bool.value();
        }
        if (value instanceof Num num) {
            return num.doubleValue() != 0;
        }
        return !(value instanceof Null)
                && !(value instanceof Str str && str.value().isEmpty());
    }

    static String text(Json value) {
        if (value instanceof Str str) {
            return str.value();
        }
        if (value instanceof Null) {
            return "";
        }
        return value instanceof Obj || value instanceof Arr ? JsonText.print(value) : value.toString();
    }

    /** The number a value stands for; no number at all makes every comparison false. */
    static double number(Json value) {
        if (value instanceof Num num) {
            return num.doubleValue();
        }
        if (value instanceof Bool bool) {
            return bool.value() ? 1 : 0;
        }
        if (value instanceof Null) {
            return 0;
        }
        return value instanceof Str str ? parse(str.value().strip()) : Double.NaN;
    }

    private static double parse(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Texts are the same whatever their case; values of two types are compared as numbers. */
    static boolean same(Json left, Json right) {
        if (left instanceof Str one && right instanceof Str other) {
            return one.value().equalsIgnoreCase(other.value());
        }
        boolean plain = !(left instanceof Obj) && !(left instanceof Arr);
        return plain ? number(left) == number(right) : left.equals(right);
    }
}
