package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is so about a container at a moment: named values, and the moments that waits are counted from. */
record Facts(Map<String, Json> values, Map<String, Instant> moments, Instant now) {

    private static final Pattern EMBEDDED = Pattern.compile("\\$\\{([a-z-]+)\\}");

    Facts {
        values = Map.copyOf(values);
        moments = Map.copyOf(moments);
    }

    String text(String name) {
        return Optional.ofNullable(values.get(name)).map(Facts::text).orElse("");
    }

    private static String text(Json value) {
        return value.asText().orElseGet(value::toString);
    }

    /** Whether a condition holds: a value, "*" for any, "!value" for any other or none, or a list of which one holds. */
    boolean hold(String name, Json expected) {
        if (expected instanceof Arr choices) {
            return choices.items().stream().anyMatch(choice -> hold(name, choice));
        }
        String wanted = text(expected);
        String found = text(name);
        if (wanted.equals("*")) {
            return !found.isEmpty();
        }
        return wanted.startsWith("!") ? !found.equals(wanted.substring(1)) : found.equals(wanted);
    }

    /** A duration that is written out, or that a fact holds; none when the fact is not there. */
    Duration duration(String text) {
        String written = text.startsWith("$") ? text(text.substring(1)) : text;
        return written.isEmpty() ? Duration.ZERO : GoDuration.parse(written);
    }

    /** The moment of that name; the present one when it has not been. */
    Instant moment(String name) {
        return moments.getOrDefault(name, now);
    }

    /** The template with its facts filled in. */
    Json fill(Json template) {
        if (template instanceof Obj obj) {
            Map<String, Json> filled = new LinkedHashMap<>();
            obj.members().forEach((key, value) -> filled.put(key, fill(value)));
            return Obj.ofMembers(filled);
        }
        if (template instanceof Arr arr) {
            return new Arr(arr.items().stream().map(this::fill).toList());
        }
        return template.asText().<Json>map(this::filled).orElse(template);
    }

    private Json filled(String text) {
        if (text.startsWith("$") && !text.startsWith("${")) {
            return values.getOrDefault(text.substring(1), Null.NULL);
        }
        return new Str(EMBEDDED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(text(found.group(1)))));
    }
}
