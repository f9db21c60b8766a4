package dev.fluxlab.kube.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RbacTest {

    private static final Caller EVE = Caller.of("eve", List.of("students", Caller.AUTHENTICATED));

    private final Store store = Store.inMemory();
    private final Rbac rbac = new Rbac(store);

    @Test
    void nobody_may_do_anything_without_a_binding() {
        assertThat(decide("get", "pods", "lab").allowed()).isFalse();
    }

    @Test
    void masters_may_do_everything() {
        Caller admin = Caller.of("admin", List.of(Caller.MASTERS));
        assertThat(rbac.decide(admin, Access.toPath("get", "/metrics")).allowed())
                .isTrue();
    }

    @Test
    void a_role_counts_in_its_namespace_alone() {
        role("lab", "reader", "{verbs: [get], apiGroups: [''], resources: [pods]}");
        bind("lab", "Role", "reader", "{kind: User, name: eve}");
        assertThat(decide("get", "pods", "lab").reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"reader/lab\" of Role \"reader\" to User \"eve\"");
        assertThat(decide("get", "pods", "other").allowed()).isFalse();
        assertThat(decide("delete", "pods", "lab").allowed()).isFalse();
        assertThat(decide("get", "pods/log", "lab").allowed()).isFalse();
    }

    @Test
    void a_cluster_role_bound_for_the_cluster_counts_everywhere() {
        role("", "logs", "{verbs: ['*'], apiGroups: ['*'], resources: ['*/log']}");
        bind("", "ClusterRole", "logs", "{kind: Group, name: students}");
        assertThat(decide("get", "pods/log", "anywhere").allowed()).isTrue();
        assertThat(decide("get", "pods", "anywhere").allowed()).isFalse();
    }

    @Test
    void a_rule_with_names_needs_the_name() {
        role("", "named", "{verbs: [get], apiGroups: [''], resources: [pods], resourceNames: [one]}");
        bind("", "ClusterRole", "named", "{kind: User, name: eve}");
        assertThat(rbac.decide(EVE, Access.toResource("get", "", "pods", "lab", "one"))
                        .allowed())
                .isTrue();
        assertThat(rbac.decide(EVE, Access.toResource("get", "", "pods", "lab", "two"))
                        .allowed())
                .isFalse();
    }

    @Test
    void a_binding_to_a_missing_role_is_named_in_the_refusal() {
        bind("", "ClusterRole", "nope", "{kind: User, name: eve}");
        assertThat(decide("get", "pods", "lab").reason())
                .isEqualTo("RBAC: clusterrole.rbac.authorization.k8s.io \"nope\" not found");
    }

    @Test
    void a_service_account_is_known_by_its_namespace_and_name() {
        role("", "reader", "{verbs: [get], apiGroups: [''], resources: [pods]}");
        bind("", "ClusterRole", "reader", "{kind: ServiceAccount, name: bot, namespace: flux}");
        Caller bot = Caller.of(Caller.accountName("flux", "bot"), Caller.accountGroups("flux"));
        Access access = Access.toResource("get", "", "pods", "lab", "");
        assertThat(rbac.decide(bot, access).allowed()).isTrue();
        assertThat(rbac.decide(Caller.of(Caller.accountName("lab", "bot"), List.of()), access)
                        .allowed())
                .isFalse();
    }

    @Test
    void paths_match_exactly_or_by_their_beginning() {
        role("", "paths", "{verbs: [get], nonResourceURLs: [/version, /api/*]}");
        bind("", "ClusterRole", "paths", "{kind: User, name: eve}");
        assertThat(rbac.decide(EVE, Access.toPath("get", "/api/v1")).allowed()).isTrue();
        assertThat(rbac.decide(EVE, Access.toPath("get", "/versions")).allowed())
                .isFalse();
    }

    @Test
    void handing_out_more_than_one_holds_is_an_escalation() {
        role("", "reader", "{verbs: [get], apiGroups: [''], resources: [pods]}");
        bind("", "ClusterRole", "reader", "{kind: User, name: eve}");
        Obj held = object("rules: [{verbs: [get], apiGroups: [''], resources: [pods]}]");
        Obj more = object("rules: [{verbs: [get, delete], apiGroups: [''], resources: [pods]}]");
        assertThat(rbac.escalation(EVE, held, "")).isEmpty();
        assertThat(rbac.escalation(EVE, more, "")).hasValueSatisfying(text -> assertThat(text)
                .contains("attempting to grant RBAC permissions not currently held")
                .endsWith("{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"delete\"]}"));
    }

    @Test
    void a_role_gathers_those_that_its_labels_select() {
        role("", "part", "{verbs: [get], apiGroups: [''], resources: [pods]}");
        create(
                Grant.CLUSTER_ROLES,
                "",
                "whole",
                "aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: 'of-part'}}]}");
        bind("", "ClusterRole", "whole", "{kind: User, name: eve}");
        assertThat(decide("get", "pods", "lab").allowed()).isTrue();
    }

    private Decision decide(String verb, String resource, String namespace) {
        return rbac.decide(EVE, Access.toResource(verb, "", resource, namespace, ""));
    }

    private void role(String namespace, String name, String rule) {
        String resource = namespace.isEmpty() ? Grant.CLUSTER_ROLES : Grant.ROLES;
        create(resource, namespace, name, "metadata: {labels: {part: of-" + name + "}}\nrules: [" + rule + "]");
    }

    private void bind(String namespace, String kind, String role, String subject) {
        String resource = namespace.isEmpty() ? Grant.CLUSTER_BINDINGS : Grant.BINDINGS;
        create(
                resource,
                namespace,
                role,
                "roleRef: {kind: " + kind + ", name: " + role + "}\nsubjects: [" + subject + "]");
    }

    private void create(String resource, String namespace, String name, String yaml) {
        assertThat(store.create(new Key(resource, namespace, name), object(yaml)))
                .as(JsonText.print(object(yaml)))
                .isPresent();
    }

    private static Obj object(String yaml) {
        return YamlText.read(yaml).asObj().orElseThrow();
    }
}
