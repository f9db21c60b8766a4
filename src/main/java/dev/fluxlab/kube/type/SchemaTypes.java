package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;

/** The types of values as schemas name them. */
final class SchemaTypes {

    private SchemaTypes() {}

    static String of(Json value) {
        return value instanceof Num number && number.isIntegral() ? "integer" : value.typeName();
    }

    /** Whether a value is a number without a fraction, however it was written. */
    static boolean isWhole(Json value) {
        return value instanceof Num number
                && (number.isIntegral() || number.doubleValue() == Math.rint(number.doubleValue()));
    }
}
