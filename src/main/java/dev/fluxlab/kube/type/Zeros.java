package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Map;

/** What Go leaves of a value that was not given. */
final class Zeros {

    private Zeros() {}

    /** The value of a field or item that was null. */
    static Json of(Schema schema) {
        return switch (schema.kind()) {
            case OBJECT -> struct(schema, Map.of());
            case STRING -> new Str("");
            case INTEGER, NUMBER, INT_OR_STRING -> Json.number(0);
            case BOOLEAN -> Json.bool(false);
            case QUANTITY -> new Str("0");
            case DURATION -> new Str("0s");
            default -> Null.NULL;
        };
    }

    /** A struct as it is encoded: every field in its order, without those that are empty and may be left out. */
    static Obj struct(Schema schema, Map<String, Json> decoded) {
        Obj.Builder out = Obj.builder();
        for (Field field : schema.fields()) {
            Json value = decoded.get(field.name());
            if (value != null ? !omits(field, value) : !omitsAbsent(field)) {
                out.put(field.name(), value != null ? value : absent(field));
            }
        }
        return out.build();
    }

    private static boolean omits(Field field, Json value) {
        Field.Go go = field.go();
        if (go.pointer()) {
            return false;
        }
        return go.omitEmpty() && isEmpty(field.type(), value) || go.omitZero() && value.isNull();
    }

    private static boolean omitsAbsent(Field field) {
        Field.Go go = field.go();
        if (go.pointer()) {
            return go.omitEmpty();
        }
        return go.omitZero() || go.omitEmpty() && !isStruct(field.type());
    }

    private static Json absent(Field field) {
        return field.go().pointer() ? Null.NULL : of(field.type());
    }

    /** Go calls these structs, and no struct empty. */
    private static boolean isStruct(Schema schema) {
        return switch (schema.kind()) {
            case OBJECT, QUANTITY, INT_OR_STRING, TIME, MICRO_TIME, DURATION, EITHER, ANY -> true;
            default -> false;
        };
    }

    private static boolean isEmpty(Schema schema, Json value) {
        return switch (schema.kind()) {
            case STRING, BYTES -> value.asText().filter(String::isEmpty).isPresent();
            case INTEGER -> value.equals(Json.number(0));
            case NUMBER -> value.toString().equals("0");
            case BOOLEAN -> value.equals(Json.bool(false));
            case LIST -> value.equals(Arr.EMPTY);
            case MAP -> value.equals(Obj.EMPTY);
            default -> false;
        };
    }
}
