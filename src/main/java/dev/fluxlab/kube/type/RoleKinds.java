package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** rbac.authorization.k8s.io/v1: roles and who they are bound to. */
final class RoleKinds {

    static final String GROUP = "rbac.authorization.k8s.io";

    private static final String VERSION = GROUP + "/v1";
    private static final Predicate<Obj> IS_PERSON = subject ->
            subject.text("kind").equals("User") || subject.text("kind").equals("Group");

    private static final UnaryOperator<Obj> BINDING = Fill.all(
            within("roleRef", missing("apiGroup", GROUP)),
            each("subjects", when(IS_PERSON, missing("apiGroup", GROUP))));

    private RoleKinds() {}

    static ResourceType.Builder role() {
        return ResourceType.of(VERSION, "Role")
                .rules(rules().check((role, at) -> RoleChecks.checkRules(role, true, at)));
    }

    static ResourceType.Builder clusterRole() {
        return ResourceType.of(VERSION, "ClusterRole")
                .clusterScoped()
                .rules(rules().check((role, at) -> RoleChecks.checkRules(role, false, at)));
    }

    static ResourceType.Builder roleBinding() {
        return ResourceType.of(VERSION, "RoleBinding").rules(binding("roleBinding", true));
    }

    static ResourceType.Builder clusterRoleBinding() {
        return ResourceType.of(VERSION, "ClusterRoleBinding")
                .clusterScoped()
                .rules(binding("clusterRoleBinding", false));
    }

    private static Rules.Builder rules() {
        return Rules.builder().names(Formats::pathSegment).createsOnUpdate();
    }

    private static Rules.Builder binding(String word, boolean namespaced) {
        return rules().defaults(BINDING)
                .check((object, at) -> RoleChecks.checkBinding(object, namespaced, at))
                .checkChange(RoleChecks::checkRoleStays)
                .table(new Table()
                        .name()
                        .text(
                                "Role",
                                Doc.of("roleRef"),
                                object -> object.text("roleRef", "kind") + "/" + object.text("roleRef", "name"))
                        .age()
                        .wide("Users", Doc.says("Users in the " + word), object -> subjects(object, "User"))
                        .wide("Groups", Doc.says("Groups in the " + word), object -> subjects(object, "Group"))
                        .wide(
                                "ServiceAccounts",
                                Doc.says("ServiceAccounts in the " + word),
                                object -> subjects(object, "ServiceAccount")));
    }

    private static String subjects(Obj binding, String kind) {
        return binding.items("subjects").stream()
                .filter(subject -> subject.text("kind").equals(kind))
                .map(RoleKinds::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Json subject) {
        String namespace = subject.text("namespace");
        return namespace.isEmpty() ? subject.text("name") : namespace + "/" + subject.text("name");
    }
}
