package dev.fluxlab.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain Java trees to JSON values and back. */
final class JavaTrees {

    private JavaTrees() {}

    static Json read(@Nullable Object value) {
        if (value == null) {
            return Null.NULL;
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof String text) {
            return new Str(text);
        }
        if (value instanceof Boolean bool) {
            return Json.bool(bool);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return container(value);
    }

    private static Json container(Object value) {
        if (value instanceof Map<?, ?> map) {
            Obj.Builder builder = Obj.builder();
            map.forEach((key, member) -> builder.put(String.valueOf(key), read(member)));
            return builder.build();
        }
        if (value instanceof Iterable<?> iterable) {
            List<Json> items = new ArrayList<>();
            iterable.forEach(item -> items.add(read(item)));
            return new Arr(items);
        }
        throw new IllegalArgumentException(
                "JSON cannot hold a " + value.getClass().getName() + ": " + value);
    }

    private static Num number(Number number) {
        if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) {
            return Num.of(number.doubleValue());
        }
        if (number instanceof BigInteger big && big.bitLength() > 63) {
            return Num.of(big.doubleValue());
        }
        return Num.of(number.longValue());
    }

    @SuppressWarnings("NullAway") // maps of other libraries hold null for JSON null
    static void put(Map<String, Object> map, String key, Json value) {
        map.put(key, value.toJava());
    }

    @SuppressWarnings("NullAway") // lists of other libraries hold null for JSON null
    static void add(List<Object> list, Json value) {
        list.add(value.toJava());
    }
}
