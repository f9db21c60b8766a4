package dev.fluxlab.workload.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeploymentStatusTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Obj obj(String json) {
        return JsonText.read(json).obj();
    }

    private static Deployment deployment(String status) {
        return new Deployment(obj(
                """
                {"metadata":{"name":"web","generation":2},
                 "spec":{"replicas":2,"progressDeadlineSeconds":600,"strategy":{"type":"RollingUpdate",
                  "rollingUpdate":{"maxSurge":"25%%","maxUnavailable":"25%%"}}},"status":%s}"""
                        .formatted(status)));
    }

    private static Family current(int available) {
        return new Family(
                Optional.of(new ReplicaSet(obj(
                        """
                        {"metadata":{"name":"web-b6fbc4488"},"spec":{"replicas":2},"status":{"replicas":2,
                         "readyReplicas":%d,"availableReplicas":%d,"terminatingReplicas":0}}"""
                                .formatted(available, available)))),
                List.of());
    }

    private static Obj status(String before, int available) {
        return new DeploymentStatus(deployment(before), current(available), NOON).rolledOut();
    }

    private static Obj condition(Obj status, String type) {
        return Conditions.of(status).get(type).orElseThrow();
    }

    @Test
    void a_finished_rollout_says_so_in_the_words_of_the_real_controller() {
        Obj status = status("{}", 2);
        assertThat(condition(status, "Available").text("message")).isEqualTo("Deployment has minimum availability.");
        assertThat(condition(status, "Progressing").text("message"))
                .isEqualTo("ReplicaSet \"web-b6fbc4488\" has successfully progressed.");
        assertThat(status.without("conditions"))
                .isEqualTo(obj("{\"observedGeneration\":2,\"replicas\":2,\"updatedReplicas\":2,"
                        + "\"readyReplicas\":2,\"availableReplicas\":2,\"terminatingReplicas\":0}"));
    }

    @Test
    void a_rollout_that_gets_on_is_progressing() {
        Obj status = status("{}", 1);
        assertThat(condition(status, "Progressing").text("reason")).isEqualTo("ReplicaSetUpdated");
        assertThat(condition(status, "Available").text("reason")).isEqualTo("MinimumReplicasUnavailable");
        assertThat(Whole.at(status, "unavailableReplicas")).isEqualTo(1);
    }

    private static String stuckSince(String time) {
        return """
                {"replicas":2,"updatedReplicas":2,"conditions":[{"type":"Progressing","status":"True",
                "reason":"ReplicaSetUpdated","message":"","lastUpdateTime":"%s","lastTransitionTime":"%s"}]}"""
                .formatted(time, time);
    }

    @Test
    void a_rollout_past_its_deadline_has_timed_out() {
        Obj late = condition(status(stuckSince("2026-01-01T11:49:59Z"), 0), "Progressing");
        assertThat(late.text("status")).isEqualTo("False");
        assertThat(late.text("reason")).isEqualTo("ProgressDeadlineExceeded");
        assertThat(late.text("message")).isEqualTo("ReplicaSet \"web-b6fbc4488\" has timed out progressing.");
    }

    @Test
    void a_rollout_before_its_deadline_has_not_and_is_looked_at_again() {
        Obj status = status(stuckSince("2026-01-01T11:55:00Z"), 0);
        assertThat(condition(status, "Progressing").text("reason")).isEqualTo("ReplicaSetUpdated");
        assertThat(new DeploymentStatus(deployment("{}"), current(0), NOON).nextLook(status))
                .contains(Instant.parse("2026-01-01T12:05:01Z"));
    }

    @Test
    void a_condition_that_says_the_same_keeps_its_times() {
        Conditions conditions = Conditions.of(obj(stuckSince("2026-01-01T11:00:00Z")));
        Obj again = Conditions.condition("Progressing", "True", "ReplicaSetUpdated", "other words", NOON);
        assertThat(conditions.with(again)).isEqualTo(conditions);
        Obj other = Conditions.condition("Progressing", "True", "NewReplicaSetAvailable", "", NOON);
        assertThat(conditions.with(other).get("Progressing").orElseThrow().text("lastTransitionTime"))
                .isEqualTo("2026-01-01T11:00:00Z");
    }
}
