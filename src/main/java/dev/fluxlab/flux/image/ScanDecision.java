package dev.fluxlab.flux.image;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.ImageRepository;
import dev.fluxlab.flux.policy.TagList;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a run scans the registry, why, and when the next one is due. */
record ScanDecision(Optional<String> reason, Duration next) {

    private static final Duration SOON = Duration.ofSeconds(1);

    static final String EMPTY_STORE = "no tags in database";

    static ScanDecision of(Run<ImageRepository> run, String canonicalName, TagList stored) {
        Duration interval = GoDuration.parse(run.resource().getSpec().interval());
        Obj last = run.status().obj("lastScanResult");
        if (last.isEmpty()) {
            return because("first scan", interval);
        }
        if (run.isRequested()) {
            return because("reconcile requested", interval);
        }
        if (!run.status().text("canonicalImageName").equals(canonicalName)) {
            return because("new image name", interval);
        }
        if (!Set.copyOf(observedExclusions(run)).equals(Set.copyOf(exclusions(run)))) {
            return because("updated exclusion list", interval);
        }
        if (stored.isEmpty()) {
            return because(EMPTY_STORE, interval);
        }
        Duration rest = interval.minus(Duration.between(Instant.parse(last.text("scanTime")), run.now()));
        return rest.compareTo(SOON) < 0
                ? because("triggered by interval", interval)
                : new ScanDecision(Optional.empty(), rest);
    }

    private static ScanDecision because(String reason, Duration next) {
        return new ScanDecision(Optional.of(reason), next);
    }

    private static List<String> observedExclusions(Run<ImageRepository> run) {
        return run.status().items("observedExclusionList").stream()
                .map(item -> item.text())
                .toList();
    }

    /** The exclusions that count: an empty list means the default. */
    static List<String> exclusions(Run<ImageRepository> run) {
        List<String> own = run.resource().getSpec().exclusionList();
        return own.isEmpty() ? TagList.DEFAULT_EXCLUSIONS : own;
    }
}
