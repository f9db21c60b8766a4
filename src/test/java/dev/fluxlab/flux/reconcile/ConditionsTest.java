package dev.fluxlab.flux.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.flux.api.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private final Conditions conditions = new Conditions(List.of(), 3, () -> now);

    @Test
    void the_three_that_sum_up_come_first() {
        conditions.markTrue("ArtifactInStorage", "Succeeded", "stored");
        conditions.markFalse("Ready", "Failed", "no");
        conditions.markTrue("Stalled", "Failed", "no");
        assertThat(conditions.sorted())
                .extracting(Condition::type)
                .containsExactly("Stalled", "Ready", "ArtifactInStorage");
    }

    @Test
    void the_time_of_transition_moves_with_the_message_alone() {
        conditions.markTrue("Ready", "Succeeded", "one");
        now = NOON.plusSeconds(60);
        conditions.markTrue("Ready", "Succeeded", "one");
        assertThat(since()).isEqualTo("2026-01-01T12:00:00Z");
        conditions.markTrue("Ready", "Succeeded", "two");
        assertThat(since()).isEqualTo("2026-01-01T12:01:00Z");
    }

    @Test
    void stalled_and_reconciling_exclude_each_other() {
        conditions.markReconciling("Progressing", "at it");
        conditions.markStalled("Invalid", "never");
        assertThat(conditions.has("Reconciling")).isFalse();
        conditions.markReconciling("Progressing", "again");
        assertThat(conditions.has("Stalled")).isFalse();
    }

    @Test
    void a_routine_check_leaves_a_ready_object_ready() {
        conditions.markTrue("Ready", "Succeeded", "fine");
        conditions.progress(false, "looking");
        assertThat(conditions.isTrue("Ready")).isTrue();
        conditions.progress(true, "changing");
        assertThat(conditions.isTrue("Ready")).isFalse();
    }

    @Test
    void a_message_beyond_the_bound_is_cut() {
        conditions.markFalse("Ready", "Failed", "x".repeat(40_000));
        assertThat(conditions.message("Ready")).hasSize(32_768).endsWith("x...");
    }

    private String since() {
        return conditions.get("Ready").orElseThrow().lastTransitionTime();
    }
}
