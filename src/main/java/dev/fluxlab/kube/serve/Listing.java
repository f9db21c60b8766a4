package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Query;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds the page of objects that a list asks for. */
final class Listing {

    private static final String KIND = "ListOptions";

    private final Store store;

    Listing(Store store) {
        this.store = store;
    }

    Page page(Call call) {
        Query query = call.exchange().query();
        checkOptions(query);
        Selection selection = Selection.of(call);
        int limit = limit(query);
        String token = query.get("continue", "");
        if (!token.isEmpty()) {
            return continued(selection, ContinueToken.parse(token), limit);
        }
        return first(selection, query, limit);
    }

    private Page first(Selection selection, Query query, int limit) {
        String version = query.get("resourceVersion", "");
        String match = query.get("resourceVersionMatch", "");
        OptionalLong wanted = Revision.wanted(version);
        if (wanted.isEmpty()) {
            Snapshot now = store.now();
            boolean any = version.equals("0"); // served from a cache by the real server, which then ignores the limit
            return page(
                    selection, now.revision(), now.list(selection.resource(), selection.prefix(), ""), any ? 0 : limit);
        }
        boolean exact = match.equals("Exact") || match.isEmpty() && limit > 0;
        Snapshot now = Revision.atLeast(store, wanted.getAsLong());
        if (!exact) {
            return page(selection, now.revision(), now.list(selection.resource(), selection.prefix(), ""), limit);
        }
        List<Stored> objects = now.listAt(wanted.getAsLong(), selection.resource(), selection.prefix())
                .orElseThrow(() -> Refusals.expired("The resourceVersion for the provided list is too old."));
        return page(selection, wanted.getAsLong(), objects, limit);
    }

    private Page continued(Selection selection, ContinueToken token, int limit) {
        Snapshot now = store.now();
        String start = selection.prefix() + token.start();
        if (token.revision() < 0) {
            return page(selection, now.revision(), now.list(selection.resource(), selection.prefix(), start), limit);
        }
        List<Stored> objects = now.listAt(token.revision(), selection.resource(), selection.prefix())
                .orElseThrow(
                        () -> Refusals.expiredContinue(token.withoutRevision().toString()));
        List<Stored> rest = objects.stream()
                .filter(stored -> stored.key().path().compareTo(start) >= 0)
                .toList();
        return page(selection, token.revision(), rest, limit);
    }

    private static Page page(Selection selection, long revision, List<Stored> candidates, int limit) {
        List<Obj> objects = new ArrayList<>();
        String last = "";
        for (int i = 0; i < candidates.size(); i++) {
            if (limit > 0 && objects.size() == limit && anyLeft(selection, candidates.subList(i, candidates.size()))) {
                String token = ContinueToken.after(revision, last).toString();
                OptionalLong remaining =
                        selection.isEverything() ? OptionalLong.of(candidates.size() - i) : OptionalLong.empty();
                return new Page(revision, objects, token, remaining);
            }
            Stored candidate = candidates.get(i);
            selection.select(candidate).ifPresent(objects::add);
            last = candidate.key().path().substring(selection.prefix().length());
        }
        return Page.whole(revision, objects);
    }

    private static boolean anyLeft(Selection selection, List<Stored> rest) {
        return selection.isEverything()
                || rest.stream().anyMatch(stored -> selection.select(stored).isPresent());
    }

    private static int limit(Query query) {
        try {
            return (int) Math.min(Long.parseLong(query.get("limit", "0")), Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            throw Refusals.badRequest("strconv.ParseInt: parsing \"" + query.get("limit", "") + "\": invalid syntax");
        }
    }

    private static void checkOptions(Query query) {
        String match = query.get("resourceVersionMatch", "");
        String version = query.get("resourceVersion", "");
        boolean continues = !query.get("continue", "").isEmpty();
        if (query.has("sendInitialEvents")) {
            throw forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
        }
        if (!match.isEmpty()) {
            checkMatch(match, version, continues);
        }
        if (continues && !version.isEmpty() && !version.equals("0")) {
            throw Refusals.badRequest("specifying resource version is not allowed when using continue");
        }
    }

    private static void checkMatch(String match, String version, boolean continues) {
        if (version.isEmpty()) {
            throw forbidden(
                    "resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided");
        }
        if (continues) {
            throw forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided");
        }
        if (!match.equals("Exact") && !match.equals("NotOlderThan")) {
            throw Refusals.invalidOptions(
                    KIND,
                    new Violation(
                            Reason.NOT_SUPPORTED,
                            "resourceVersionMatch",
                            "Unsupported value: \"" + match
                                    + "\": supported values: \"Exact\", \"NotOlderThan\", \"\""));
        }
        if (match.equals("Exact") && version.equals("0")) {
            throw forbidden(
                    "resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    private static ApiException forbidden(String field, String why) {
        return Refusals.invalidOptions(KIND, new Violation(Reason.FORBIDDEN, field, "Forbidden: " + why));
    }
}
