package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What client-go's recorder remembers: an event that repeats is counted up; from the tenth message of one kind about one
 * object within ten minutes, all further ones are told as one.
 */
final class Correlation {

    private static final int REMEMBERED = 4096;
    private static final int MOST_MESSAGES = 10;
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    /** What makes two events alike, whatever they say. */
    record Kind(String component, Obj object, String type, String reason) {}

    /** What makes two events the same. */
    record Same(Kind kind, String fieldPath, String message) {}

    /** An event as it is to be written. */
    record Told(Same same, String message) {}

    private record Messages(Set<String> seen, Instant last) {}

    private final Map<Kind, Messages> alike = bounded();
    private final Map<Same, Written> written = bounded();

    /** An event that stands on the API server. */
    record Written(String name, long count) {}

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    Told tell(String component, Happening happening, Instant now) {
        Obj object = happening.reference().without("resourceVersion").without("fieldPath");
        Kind kind = new Kind(component, object, happening.type(), happening.reason());
        Set<String> seen = Optional.ofNullable(alike.get(kind))
                .filter(before -> Duration.between(before.last(), now).compareTo(INTERVAL) <= 0)
                .map(Messages::seen)
                .orElseGet(HashSet::new);
        seen.add(happening.message());
        alike.put(kind, new Messages(seen, now));
        if (seen.size() < MOST_MESSAGES) {
            return new Told(new Same(kind, happening.fieldPath(), happening.message()), happening.message());
        }
        seen.remove(seen.iterator().next());
        return new Told(new Same(kind, "", ""), "(combined from similar events): " + happening.message());
    }

    Optional<Written> before(Same same) {
        return Optional.ofNullable(written.get(same));
    }

    void wrote(Same same, Written event) {
        written.put(same, event);
    }

    void forget(Same same) {
        written.remove(same);
    }
}
