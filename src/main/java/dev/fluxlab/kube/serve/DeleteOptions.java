package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Query;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.List;
import java.util.Optional;

/** How a deletion is to go, from its body or its query. */
record DeleteOptions(
        boolean dryRun, Propagation propagation, Optional<Long> gracePeriod, String uid, String resourceVersion) {

    private static final String KIND = "DeleteOptions";

    /** What becomes of the objects that the deleted one owns. */
    enum Propagation {
        UNSET,
        BACKGROUND,
        FOREGROUND,
        ORPHAN
    }

    static final DeleteOptions PLAIN = new DeleteOptions(false, Propagation.UNSET, Optional.empty(), "", "");

    static DeleteOptions of(Query query, Obj body) {
        if (body.isEmpty()) {
            return new DeleteOptions(
                    WriteOptions.dryRun(query.all("dryRun"), KIND),
                    propagation(query.get("propagationPolicy", ""), query.get("orphanDependents", "")),
                    query.get("gracePeriodSeconds").map(Long::parseLong),
                    query.get("preconditions.uid", ""),
                    query.get("preconditions.resourceVersion", ""));
        }
        List<String> dryRun = body.items("dryRun").stream()
                .flatMap(item -> item.asText().stream())
                .toList();
        String orphan = body.at("orphanDependents")
                .flatMap(Json::asBoolean)
                .map(String::valueOf)
                .orElse("");
        return new DeleteOptions(
                WriteOptions.dryRun(dryRun.isEmpty() ? query.all("dryRun") : dryRun, KIND),
                propagation(body.text("propagationPolicy"), orphan),
                body.at("gracePeriodSeconds").flatMap(Json::asLong),
                body.text("preconditions", "uid"),
                body.text("preconditions", "resourceVersion"));
    }

    private static Propagation propagation(String policy, String orphanDependents) {
        return switch (policy) {
            case "" -> switch (orphanDependents) {
                case "true" -> Propagation.ORPHAN;
                case "false" -> Propagation.BACKGROUND;
                default -> Propagation.UNSET;
            };
            case "Foreground" -> Propagation.FOREGROUND;
            case "Background" -> Propagation.BACKGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            default -> throw Refusals.invalidOptions(
                    KIND,
                    new Violation(
                            Reason.NOT_SUPPORTED,
                            "propagationPolicy",
                            "Unsupported value: \"" + policy
                                    + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\""));
        };
    }
}
