package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as field ownership compares and names them: numbers by amount, objects without regard to order. */
final class Values {

    /** A total order: numbers, strings, booleans, lists, objects, null. */
    static final Comparator<Json> ORDER = Values::compare;

    private Values() {}

    static boolean equal(Json one, Json other) {
        return one == other || one.equals(other) || compare(one, other) == 0;
    }

    private static int compare(Json one, Json other) {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank != 0) {
            return rank;
        }
        if (one instanceof Num a && other instanceof Num b) {
            boolean whole = a.isIntegral() && b.isIntegral();
            return whole
                    ? Long.compare(a.longValue(), b.longValue())
                    : Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (one instanceof Str a && other instanceof Str b) {
            return a.value().compareTo(b.value());
        }
        if (one instanceof Bool a && other instanceof Bool b) {
            return Boolean.compare(a.value(), b.value());
        }
        if (one instanceof Arr a && other instanceof Arr b) {
            return compareItems(a.items(), b.items());
        }
        return one instanceof Obj a && other instanceof Obj b ? compareMembers(a, b) : 0;
    }

    private static int rank(Json value) {
        return switch (value.typeName()) {
            case "number" -> 0;
            case "string" -> 1;
            case "boolean" -> 2;
            case "array" -> 3;
            case "object" -> 4;
            default -> 5;
        };
    }

    private static int compareItems(List<Json> one, List<Json> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    static int compareMembers(Obj one, Obj other) {
        Iterator<Map.Entry<String, Json>> left =
                new TreeMap<>(one.members()).entrySet().iterator();
        Iterator<Map.Entry<String, Json>> right =
                new TreeMap<>(other.members()).entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            Map.Entry<String, Json> a = left.next();
            Map.Entry<String, Json> b = right.next();
            int order = a.getKey().compareTo(b.getKey());
            order = order != 0 ? order : compare(a.getValue(), b.getValue());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    /** The value as Go prints it with {@code %v}. */
    static String printed(Json value) {
        if (value instanceof Obj obj) {
            return new TreeMap<>(obj.members())
                    .entrySet().stream()
                            .map(member -> member.getKey() + ":" + printed(member.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof Arr arr) {
            return arr.items().stream().map(Values::printed).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Str str) {
            return str.value();
        }
        return value.isNull() ? "<nil>" : value.toString();
    }

    /** The value as Go prints it with {@code %#v}. */
    static String declared(Json value) {
        if (value instanceof Obj obj) {
            return new TreeMap<>(obj.members())
                    .entrySet().stream()
                            .map(member -> new Str(member.getKey()) + ":" + declared(member.getValue()))
                            .collect(Collectors.joining(", ", "map[string]interface {}{", "}"));
        }
        if (value instanceof Arr arr) {
            return arr.items().stream().map(Values::declared).collect(Collectors.joining(", ", "[]interface {}{", "}"));
        }
        return value.isNull() ? "interface {}(nil)" : value.toString();
    }

    /** The type that Go gives a decoded value. */
    static String goType(Json value) {
        if (value instanceof Num num) {
            return num.isIntegral() ? "int64" : "float64";
        }
        return switch (value.typeName()) {
            case "string" -> "string";
            case "boolean" -> "bool";
            case "array" -> "[]interface {}";
            case "object" -> "map[string]interface {}";
            default -> "<nil>";
        };
    }
}
