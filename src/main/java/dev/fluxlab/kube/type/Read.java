package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** Values of objects as Go's zero values have it: a missing number is 0, a missing text is empty. */
final class Read {

    private Read() {}

    static long number(Json object, String... path) {
        return object.at(path).flatMap(Json::asLong).orElse(0L);
    }

    static boolean flag(Json object, String... path) {
        return object.at(path).flatMap(Json::asBoolean).orElse(false);
    }

    /** A text, or a number as text: what Go calls an IntOrString. */
    static String either(Json object, String otherwise, String... path) {
        return object.at(path)
                .filter(value -> !value.isNull())
                .map(value -> value.asText().orElseGet(value::toString))
                .orElse(otherwise);
    }

    static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    static Obj template(Obj object) {
        return object.obj("spec", "template");
    }
}
