package dev.fluxlab.flux.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final String POSTED =
            """
            {"involvedObject":{"kind":"Kustomization","namespace":"flux-system","name":"apps","uid":"1",
             "apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
             "severity":"info","message":"Deployment/apps/web configured","reason":"Progressing",
             "metadata":{"kustomize.toolkit.fluxcd.io/revision":"main@sha1:1","kustomize.toolkit.fluxcd.io/token":"t",
              "kustomize.toolkit.fluxcd.io/commit_status":"update","event.toolkit.fluxcd.io/team":"lab","other/x":"y"},
             "reportingController":"kustomize-controller"}
            """;

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final RateLimit limit = new RateLimit(() -> now);

    @Test
    void metadata_goes_out_without_prefixes_and_without_what_is_internal() {
        assertThat(event(POSTED).sent(Map.of("cluster", "c1"), "night").texts("metadata"))
                .isEqualTo(Map.of(
                        "revision", "main@sha1:1",
                        "commit_status", "update",
                        "team", "lab",
                        "cluster", "c1",
                        "summary", "night"));
    }

    @Test
    void what_the_controller_says_counts_over_the_alert() {
        assertThat(event(POSTED).sent(Map.of("revision", "mine"), "").texts("metadata"))
                .containsEntry("revision", "main@sha1:1");
    }

    @Test
    void the_same_event_passes_once_in_five_minutes() {
        assertThat(limit.admits(event(POSTED))).isTrue();
        assertThat(limit.admits(event(POSTED.replace("Progressing", "Other")))).isFalse();
        assertThat(limit.admits(event(POSTED.replace("main@sha1:1", "main@sha1:2"))))
                .isTrue();
        now = now.plus(Duration.ofMinutes(5));
        assertThat(limit.admits(event(POSTED))).isTrue();
    }

    private static Event event(String json) {
        return new Event(JsonText.read(json).obj());
    }
}
