package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.document.YamlDialect;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scalars as kustomize sees them: texts first, whose type is only known when they are printed. */
final class Scalars {

    private Scalars() {}

    static boolean isScalar(Json value) {
        return !(value instanceof Obj) && !(value instanceof Arr) && !value.isNull();
    }

    /** The text of a scalar as it was written; empty for what is none. */
    static String text(Json value) {
        if (value instanceof Str str) {
            return str.value();
        }
        return value instanceof Num || value instanceof Bool || value instanceof Null ? value.toString() : "";
    }

    static String text(Json value, String... path) {
        return value.at(path)
                .filter(found -> !found.isNull())
                .map(Scalars::text)
                .orElse("");
    }

    /** What a text is when it is written without quotes. */
    static Json plain(String text) {
        List<Json> read = isPlainWord(text) ? YamlText.readAll(text, YamlDialect.KUSTOMIZE) : List.of();
        return read.size() == 1 && isScalar(read.get(0)) ? read.get(0) : new Str(text);
    }

    private static boolean isPlainWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-._:~".indexOf(c) >= 0);
    }

    /** A new text in the place of a scalar, which keeps its type; what is absent takes the text's. */
    static Json replaced(Json old, String text) {
        if (old instanceof Str) {
            return new Str(text);
        }
        Json read = plain(text);
        boolean fits = old.isNull()
                || tag(old).equals(tag(read))
                || tag(old).equals("!!float") && tag(read).equals("!!int");
        if (!fits) {
            throw KustomizeException.whenPrinting("map[string]interface {}(nil): yaml: cannot decode " + tag(read)
                    + " `" + text + "` as a " + tag(old));
        }
        return read;
    }

    private static String tag(Json scalar) {
        if (scalar instanceof Num num) {
            return num.isIntegral() ? "!!int" : "!!float";
        }
        return scalar instanceof Bool ? "!!bool" : "!!str";
    }

    /** The members of an object as texts, whatever they are: how kustomize reads labels and annotations. */
    static Map<String, String> texts(Obj obj) {
        Map<String, String> texts = new TreeMap<>();
        obj.members().forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }
}
