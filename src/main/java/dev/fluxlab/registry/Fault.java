package dev.fluxlab.registry;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One way for the registry to misbehave.
 *
 * @param repository it concerns; every one when empty
 * @param tag that is hidden; only for that kind
 * @param number of tags a truncated list holds, or seconds a client is told to wait
 */
public record Fault(Kind kind, String repository, String tag, long number) {

    /** The kinds of faults, by the name that the admin interface gives them. */
    public enum Kind {
        UNAUTHORIZED("unauthorized"),
        FORBIDDEN("forbidden"),
        RATE_LIMITED("rate-limited"),
        HIDDEN_TAG("hidden-tag"),
        TRUNCATED_LIST("truncated-list"),
        DROPPED_LINK("dropped-link"),
        HANG("hang");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new OciException(
                            OciError.UNSUPPORTED, "unknown fault \"" + text + "\"; known are " + names()));
        }

        private static String names() {
            return Arrays.stream(values()).map(kind -> kind.text).collect(Collectors.joining(", "));
        }
    }

    public Fault {
        if (kind == Kind.HIDDEN_TAG && tag.isEmpty()) {
            throw new OciException(OciError.UNSUPPORTED, "the fault hidden-tag needs a tag");
        }
    }

    /** A fault of every repository. */
    public static Fault of(Kind kind) {
        return new Fault(kind, "", "", 1);
    }

    static Fault read(Json json) {
        return new Fault(
                Kind.of(json.text("kind")),
                json.text("repository"),
                json.text("tag"),
                json.at("number").flatMap(Json::asLong).orElse(1L));
    }

    Obj json() {
        return Obj.builder()
                .put("kind", kind.text)
                .put("repository", repository)
                .put("tag", tag)
                .put("number", number)
                .build();
    }

    boolean concerns(String name) {
        return repository.isEmpty() || repository.equals(name);
    }
}
