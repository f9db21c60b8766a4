package dev.fluxlab.lineage;

import dev.fluxlab.document.Obj;
import java.util.Map;

/**
 * One link of a lineage, judged.
 *
 * @param name what it joins, e.g. {@code digest in the registry}
 * @param found in words, what was found
 * @param evidence commits, digests, uids: what another person can look up
 */
public record Link(String name, Status status, String found, Map<String, String> evidence) {

    public Link {
        evidence = Map.copyOf(evidence);
    }

    /** The three ways a link can be. */
    public enum Status {
        HOLDS("✔"),
        BROKEN("✗"),
        NOT_JUDGED("?");

        private final String mark;

        Status(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    static Link holds(String name, String found, Map<String, String> evidence) {
        return new Link(name, Status.HOLDS, found, evidence);
    }

    static Link broken(String name, String found) {
        return new Link(name, Status.BROKEN, found, Map.of());
    }

    static Link notJudged(String name, String why) {
        return new Link(name, Status.NOT_JUDGED, why, Map.of());
    }

    Obj toJson() {
        return Obj.builder()
                .put("name", name)
                .put("status", status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("found", found)
                .put("evidence", Obj.ofTexts(new java.util.TreeMap<>(evidence)))
                .build();
    }
}
