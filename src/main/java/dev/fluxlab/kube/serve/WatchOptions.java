package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Query;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What a watch asks for.
 *
 * @param revision to start after; 0 for whatever is the latest
 * @param initial whether the objects of the moment come first
 */
record WatchOptions(long revision, boolean initial, boolean bookmarks, Optional<Duration> timeout) {

    private static final String KIND = "ListOptions";
    private static final String MATCH = "resourceVersionMatch";

    static WatchOptions of(Query query) {
        check(query);
        long revision = revision(query.get("resourceVersion", ""));
        boolean initial =
                query.get("sendInitialEvents").map(value -> !isFalse(value)).orElse(revision == 0);
        boolean bookmarks = query.get("allowWatchBookmarks")
                .filter(value -> !isFalse(value))
                .isPresent();
        Optional<Duration> timeout = query.get("timeoutSeconds")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
        return new WatchOptions(revision, initial, bookmarks, timeout);
    }

    private static boolean isFalse(String value) {
        return value.equals("false") || value.equals("0");
    }

    private static long revision(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw Refusals.plainError(Revision.complaint(text)); // the real server answers a bare 500 here
        }
    }

    private static void check(Query query) {
        String match = query.get(MATCH, "");
        if (query.has("sendInitialEvents") && !match.equals("NotOlderThan")) {
            throw forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }
        if (!query.has("sendInitialEvents") && !match.isEmpty()) {
            throw forbidden(MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }
        if (!query.get("continue", "").isEmpty()) {
            throw forbidden("continue", "continue is forbidden for watch");
        }
    }

    private static ApiException forbidden(String field, String why) {
        return Refusals.invalidOptions(KIND, new Violation(Reason.FORBIDDEN, field, "Forbidden: " + why));
    }
}
