package dev.fluxlab.workload.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RollingPlanTest {

    private static Deployment deployment(int replicas, String surge, String unavailable) {
        return new Deployment(obj(
                """
                {"metadata":{"name":"web","namespace":"talk"},
                 "spec":{"replicas":%d,"strategy":{"type":"RollingUpdate",
                  "rollingUpdate":{"maxSurge":%s,"maxUnavailable":%s}}}}"""
                        .formatted(replicas, surge, unavailable)));
    }

    private static ReplicaSet set(String name, int age, int size, int available) {
        return new ReplicaSet(obj(
                """
                {"metadata":{"name":"%s","creationTimestamp":"2026-01-01T00:00:%02dZ",
                 "annotations":{"deployment.kubernetes.io/max-replicas":"13"}},
                 "spec":{"replicas":%d},"status":{"replicas":%d,"availableReplicas":%d}}"""
                        .formatted(name, age, size, size, available)));
    }

    private static Obj obj(String json) {
        return JsonText.read(json).obj();
    }

    private static Map<String, Integer> sizes(List<Scale> scales) {
        return scales.stream().collect(Collectors.toMap(scale -> scale.set().name(), Scale::size));
    }

    @ParameterizedTest
    @CsvSource({
        "2,  25%, 25%, 1, 0",
        "10, 25%, 25%, 3, 2",
        "10, 0,   0,   0, 1",
        "1,  1%,  1%,  1, 0",
        "4,  0,   50%, 0, 2",
        "2,  3,   5,   3, 2",
        "0,  25%, 25%, 0, 0"
    })
    void percentages_of_surge_round_up_and_of_unavailability_down(
            int replicas, String surge, String unavailable, int most, int missing) {
        Bounds bounds = deployment(replicas, quoted(surge), quoted(unavailable)).bounds();
        assertThat(bounds).isEqualTo(new Bounds(most, missing));
    }

    private static String quoted(String bound) {
        return bound.endsWith("%") ? "\"" + bound + "\"" : bound;
    }

    @Test
    void a_new_set_grows_by_the_surge() {
        Family family = new Family(Optional.of(set("new", 2, 0, 0)), List.of(set("old", 1, 10, 10)));
        RollingPlan plan = new RollingPlan(deployment(10, "\"25%\"", "\"25%\""), family);
        assertThat(sizes(plan.growth())).containsExactly(Map.entry("new", 3));
    }

    @Test
    void old_pods_that_are_not_available_go_first() {
        Family family =
                new Family(Optional.of(set("new", 3, 3, 0)), List.of(set("older", 1, 2, 0), set("old", 2, 8, 8)));
        RollingPlan plan = new RollingPlan(deployment(10, "\"25%\"", "\"25%\""), family);
        assertThat(sizes(plan.shrinkage())).containsExactly(Map.entry("older", 0));
    }

    @Test
    void nothing_shrinks_while_the_new_set_is_not_available() {
        Family family = new Family(Optional.of(set("new", 2, 1, 0)), List.of(set("old", 1, 2, 2)));
        assertThat(new RollingPlan(deployment(2, "\"25%\"", "\"25%\""), family).shrinkage())
                .isEmpty();
    }

    @Test
    void an_available_new_pod_lets_an_old_one_go() {
        Family family = new Family(Optional.of(set("new", 2, 1, 1)), List.of(set("old", 1, 2, 2)));
        RollingPlan plan = new RollingPlan(deployment(2, "\"25%\"", "\"25%\""), family);
        assertThat(plan.growth()).isEmpty();
        assertThat(sizes(plan.shrinkage())).containsExactly(Map.entry("old", 1));
    }

    @Test
    void scaling_in_the_middle_of_a_rollout_shares_by_size() {
        Family family = new Family(Optional.of(set("new", 2, 5, 5)), List.of(set("old", 1, 8, 8)));
        ProportionalPlan plan = new ProportionalPlan(deployment(15, "3", "2"), family);
        assertThat(sizes(plan.scales())).containsExactlyInAnyOrderEntriesOf(Map.of("old", 11, "new", 7));
    }

    @Test
    void scaling_without_a_rollout_sets_the_only_set() {
        Family family = new Family(Optional.of(set("new", 2, 2, 2)), List.of(set("old", 1, 0, 0)));
        ProportionalPlan plan = new ProportionalPlan(deployment(5, "1", "0"), family);
        assertThat(sizes(plan.scales())).containsExactly(Map.entry("new", 5));
    }

    @Test
    void the_history_keeps_the_highest_revisions() {
        Family family = new Family(Optional.empty(), List.of(revision(3), revision(1), revision(2)));
        assertThat(family.beyond(2)).extracting(ReplicaSet::name).containsExactly("r1");
        assertThat(family.beyond(3)).isEmpty();
    }

    private static ReplicaSet revision(int number) {
        return set("r" + number, number, 0, 0).annotated(Revision.REVISION, Integer.toString(number));
    }

    @Test
    void the_same_template_has_the_same_hash_whatever_its_order() {
        Obj one = obj("{\"metadata\":{\"labels\":{\"app\":\"web\"}},\"spec\":{\"a\":1,\"b\":2}}");
        Obj other = obj("{\"spec\":{\"b\":2,\"a\":1},\"metadata\":{\"labels\":{\"app\":\"web\"}}}");
        assertThat(PodTemplate.hash(one, 0))
                .isEqualTo(PodTemplate.hash(other, 0))
                .matches("[bcdfghjklmnpqrstvwxz2456789]{1,10}")
                .isNotEqualTo(PodTemplate.hash(one, 1))
                .isNotEqualTo(PodTemplate.hash(obj("{\"spec\":{\"a\":1}}"), 0));
    }
}
