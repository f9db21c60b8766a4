package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.TreeMap;

/** Values as Go prints them in messages. */
final class GoText {

    private GoText() {}

    /** {@code %q}: in double quotes, with what does not print escaped. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case 0x07 -> "\\a";
            case 0x0b -> "\\v";
            default -> point < 0x20 || point == 0x7f ? "\\x%02x".formatted(point) : Character.toString(point);
        };
    }

    /** Compact JSON with sorted keys and the three characters escaped that Go keeps out of HTML. */
    static String json(Json value) {
        return JsonText.print(sorted(value))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static Json sorted(Json value) {
        if (value instanceof Obj obj) {
            TreeMap<String, Json> members = new TreeMap<>();
            obj.members().forEach((key, member) -> members.put(key, sorted(member)));
            return Obj.ofMembers(members);
        }
        if (value instanceof Arr arr) {
            return new Arr(arr.items().stream().map(GoText::sorted).toList());
        }
        return value;
    }

    /** {@code %#v} of a list of strings. */
    static String stringSlice(List<String> texts) {
        return "[]string{" + String.join(", ", texts.stream().map(GoText::quote).toList()) + "}";
    }
}
