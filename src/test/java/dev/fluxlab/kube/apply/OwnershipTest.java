package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final BuiltInSchemas SCHEMAS = new BuiltInSchemas();
    private static final Schema CONFIG_MAP = SCHEMAS.find("", "v1", "ConfigMap").orElseThrow();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Ownership configMaps = new Ownership(new Target("v1", "ConfigMap", CONFIG_MAP, "", List.of()));

    @Test
    void who_applies_owns_what_it_says() {
        Obj live = apply(Obj.EMPTY, "alice", "{'a':'1'}");

        assertThat(owned(live, "alice")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void what_an_applier_no_longer_says_goes_unless_another_owns_it() {
        Obj live = apply(apply(Obj.EMPTY, "alice", "{'a':'1','b':'1'}"), "bob", "{'b':'1'}");

        assertThat(apply(live, "alice", "{'c':'1'}").texts("data")).isEqualTo(Map.of("b", "1", "c", "1"));
    }

    @Test
    void a_change_of_what_another_owns_is_a_conflict() {
        Obj live = apply(Obj.EMPTY, "alice", "{'a':'1'}");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> apply(live, "bob", "{'a':'2'}"))
                .withMessage("Apply failed with 1 conflict: conflict with \"alice\": .data.a")
                .satisfies(conflict -> assertThat(conflict.conflicts())
                        .containsExactly(new ConflictException.Conflict("conflict with \"alice\"", ".data.a")));
    }

    @Test
    void force_takes_what_another_owns() {
        Obj live = apply(Obj.EMPTY, "alice", "{'a':'1','b':'1'}");

        Obj after = configMaps.apply(live, configMap("{'a':'2'}"), new Writer("bob", NOON), true);

        assertThat(owned(after, "alice")).isEqualTo("{\"f:data\":{\"f:b\":{}}}");
        assertThat(owned(after, "bob")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void applying_the_same_again_leaves_the_object_and_its_times() {
        Obj live = apply(Obj.EMPTY, "alice", "{'a':'1'}");

        assertThat(configMaps.apply(live, configMap("{'a':'1'}"), new Writer("alice", NOON.plusSeconds(60)), false))
                .isEqualTo(live);
    }

    @Test
    void an_object_that_nobody_tracked_belongs_to_before_first_apply() {
        Obj untracked = configMap("{'a':'1'}").withObj("metadata", meta -> meta.with("uid", "u"));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> apply(untracked, "alice", "{'a':'2'}"))
                .withMessageContaining("conflict with \"before-first-apply\" using v1: .data.a");
    }

    @Test
    void kubectl_takes_over_what_its_client_side_apply_set() {
        Obj live = configMaps.update(
                Obj.EMPTY,
                configMap("{'a':'1'}")
                        .withObj(
                                "metadata",
                                meta -> meta.with(
                                        "annotations",
                                        Obj.of(
                                                "kubectl.kubernetes.io/last-applied-configuration",
                                                JsonText.print(configMap("{'a':'1'}"))))),
                new Writer("kubectl-client-side-apply", NOON));

        Obj after = apply(live, "kubectl", "{'a':'2'}");

        assertThat(after.text("data", "a")).isEqualTo("2");
        assertThat(after.text("metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"))
                .contains("\"a\":\"2\"")
                .endsWith("\n");
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> apply(live, "flux", "{'a':'2'}"));
    }

    @Test
    void an_update_owns_what_it_changes_and_its_time_moves_only_then() {
        Obj live = update(Obj.EMPTY, "alice", "{'a':'1'}", NOON);

        Obj after = update(live, "bob", "{'a':'1','b':'1'}", NOON.plusSeconds(5));

        assertThat(owned(after, "bob")).isEqualTo("{\"f:data\":{\"f:b\":{}}}");
        assertThat(update(after, "alice", "{'a':'1','b':'1'}", NOON.plusSeconds(9)))
                .isEqualTo(after);
    }

    @Test
    void more_than_ten_updaters_become_ancient_changes() {
        Obj live = update(Obj.EMPTY, "m0", "{'k0':'0'}", NOON);
        for (int i = 1; i <= 11; i++) {
            Obj next = live.withObj("data", data -> data.with("k" + data.size(), "x"));
            live = configMaps.update(uid(live), uid(next), new Writer("m" + i, NOON.plusSeconds(i)));
        }

        assertThat(live.items("metadata", "managedFields"))
                .hasSize(10)
                .extracting(entry -> entry.text("manager"))
                .contains("ancient-changes", "m11")
                .doesNotContain("m0", "m1", "m2");
    }

    @Test
    void an_empty_entry_forgets_all_managers() {
        Obj live = uid(update(Obj.EMPTY, "alice", "{'a':'1'}", NOON));
        Obj reset = live.withObj("metadata", meta -> meta.with("managedFields", Arr.of(Obj.EMPTY)));

        assertThat(configMaps.update(live, reset, new Writer("bob", NOON)).items("metadata", "managedFields"))
                .isEmpty();
    }

    @Test
    void a_request_cannot_break_the_managers_it_states() {
        Obj live = uid(update(Obj.EMPTY, "alice", "{'a':'1'}", NOON));
        Obj broken =
                live.withObj("metadata", meta -> meta.with("managedFields", Arr.of(Obj.of("operation", "Conquer"))));

        assertThat(configMaps.update(live, broken, new Writer("bob", NOON))).isEqualTo(live);
    }

    @Test
    void what_an_endpoint_resets_is_not_owned_through_it() {
        Schema schema = SCHEMAS.find("apps", "v1", "Deployment").orElseThrow();
        Ownership main = new Ownership(new Target("apps/v1", "Deployment", schema, "", List.of("status")));
        Obj deployment = object("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'d'},"
                + "'spec':{'replicas':1},'status':{'replicas':1}}");

        assertThat(owned(main.apply(Obj.EMPTY, deployment, new Writer("a", NOON), false), "a"))
                .isEqualTo("{\"f:spec\":{\"f:replicas\":{}}}");
    }

    @Test
    void what_does_not_fit_the_schema_is_refused() {
        refuses(
                "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'c'}}",
                400,
                "invalid object type: /v1, Kind=Secret");
        refuses(
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','managedFields':[]}}",
                400,
                "metadata.managedFields must be nil");
        refuses(
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'nope':1}",
                500,
                "failed to create typed patch object (/c; /v1, Kind=ConfigMap): .nope: field not declared in schema");
        refuses(
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':{'a':1}}",
                500,
                "failed to create typed patch object (/c; /v1, Kind=ConfigMap): .data.a: expected string, got"
                        + " &value.valueUnstructured{Value:1}");
    }

    @Test
    void managers_of_a_version_that_is_gone_are_forgotten() {
        Obj live = uid(update(Obj.EMPTY, "alice", "{'a':'1'}", NOON));
        Json old = live.items("metadata", "managedFields").get(0).obj().with("apiVersion", "v0");
        Obj aged = live.withObj("metadata", meta -> meta.with("managedFields", Arr.of(old)));

        assertThat(configMaps.update(aged, aged, new Writer("bob", NOON)).items("metadata", "managedFields"))
                .isEmpty();
    }

    @Test
    void a_write_that_would_only_move_times_settles_to_the_live_object() {
        Obj live = update(Obj.EMPTY, "alice", "{'a':'1'}", NOON);
        Obj later = update(Obj.EMPTY, "alice", "{'a':'1'}", NOON.plusSeconds(60));

        assertThat(Ownership.settle(live, later)).isSameAs(live);
        assertThat(Ownership.settle(live, update(live, "alice", "{'a':'2'}", NOON)))
                .isNotEqualTo(live);
    }

    private void refuses(String applied, int code, String message) {
        assertThatExceptionOfType(PatchException.class)
                .isThrownBy(() -> configMaps.apply(Obj.EMPTY, object(applied), new Writer("a", NOON), false))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Obj apply(Obj live, String manager, String data) {
        return configMaps.apply(live, configMap(data), new Writer(manager, NOON), false);
    }

    private Obj update(Obj live, String manager, String data, Instant now) {
        return configMaps.update(live, configMap(data), new Writer(manager, now));
    }

    private static Obj uid(Obj object) {
        return object.withObj("metadata", meta -> meta.with("uid", "u"));
    }

    private static Obj configMap(String data) {
        return object("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':" + data + "}");
    }

    private static Obj object(String text) {
        return JsonText.read(text.replace('\'', '"')).asObj().orElseThrow();
    }

    private static String owned(Obj object, String manager) {
        return object.items("metadata", "managedFields").stream()
                .filter(entry -> entry.text("manager").equals(manager))
                .map(entry -> entry.obj("fieldsV1").toString())
                .findFirst()
                .orElse("");
    }
}
