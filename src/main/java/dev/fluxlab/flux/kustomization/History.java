package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the last contents fared, newest first. */
final class History {

    private static final int LONGEST = 5;

    private History() {}

    /** What came of a run. */
    record Entry(String digest, String status, Instant at, Duration took, Obj metadata) {

        private boolean isOf(Json other) {
            return other.text("digest").equals(digest)
                    && other.text("lastReconciledStatus").equals(status);
        }

        private Obj toJson(Optional<Json> before) {
            String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
            long total = before.flatMap(entry -> entry.at("totalReconciliations"))
                    .flatMap(Json::asLong)
                    .orElse(0L);
            return Obj.builder()
                    .put("digest", digest)
                    .put(
                            "firstReconciled",
                            before.map(entry -> entry.text("firstReconciled")).orElse(time))
                    .put("lastReconciled", time)
                    .put("lastReconciledDuration", GoDuration.print(took))
                    .put("lastReconciledStatus", status)
                    .put("metadata", metadata)
                    .put("totalReconciliations", total + 1)
                    .build();
        }
    }

    static Arr with(List<Json> before, Entry entry) {
        Optional<Json> same = before.stream().filter(entry::isOf).findFirst();
        List<Json> all = new ArrayList<>(List.of(entry.toJson(same)));
        before.stream().filter(other -> !entry.isOf(other)).limit(LONGEST - 1L).forEach(all::add);
        return new Arr(all);
    }
}
