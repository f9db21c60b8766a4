package dev.fluxlab.kube.auth;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A binding that names a caller, with the rules of the role it refers to; no rules when the role is missing. */
record Grant(Stored binding, Json subject, Optional<List<PolicyRule>> rules) {

    static final String GROUP = "rbac.authorization.k8s.io";
    static final String CLUSTER_ROLES = "clusterroles." + GROUP;
    static final String ROLES = "roles." + GROUP;
    static final String CLUSTER_BINDINGS = "clusterrolebindings." + GROUP;
    static final String BINDINGS = "rolebindings." + GROUP;

    /** What a caller is granted everywhere, and in a namespace when one is named. */
    static List<Grant> of(Caller caller, String namespace, Snapshot objects) {
        List<Grant> grants = new ArrayList<>(in(objects.list(CLUSTER_BINDINGS, ""), caller, objects));
        if (!namespace.isEmpty()) {
            grants.addAll(in(objects.list(BINDINGS, namespace), caller, objects));
        }
        return grants;
    }

    private static List<Grant> in(List<Stored> bindings, Caller caller, Snapshot objects) {
        List<Grant> grants = new ArrayList<>();
        for (Stored binding : bindings) {
            subject(binding, caller)
                    .ifPresent(subject -> grants.add(new Grant(binding, subject, rules(binding, objects))));
        }
        return grants;
    }

    private static Optional<Json> subject(Stored binding, Caller caller) {
        String home = binding.key().namespace();
        return binding.object().items("subjects").stream()
                .filter(subject -> names(subject, caller, home))
                .findFirst();
    }

    private static boolean names(Json subject, Caller caller, String home) {
        return switch (subject.text("kind")) {
            case "User" -> subject.text("name").equals(caller.name());
            case "Group" -> caller.groups().contains(subject.text("name"));
            case "ServiceAccount" -> {
                String namespace = subject.text("namespace").isEmpty() ? home : subject.text("namespace");
                yield caller.name().equals(Caller.accountName(namespace, subject.text("name")));
            }
            default -> false;
        };
    }

    private static Optional<List<PolicyRule>> rules(Stored binding, Snapshot objects) {
        Obj reference = binding.object().obj("roleRef");
        boolean cluster = reference.text("kind").equals("ClusterRole");
        Key key = new Key(
                cluster ? CLUSTER_ROLES : ROLES, cluster ? "" : binding.key().namespace(), reference.text("name"));
        return objects.get(key).map(role -> rulesOf(role.object(), objects));
    }

    /** The rules of a role, with those of the roles that it gathers by their labels. */
    static List<PolicyRule> rulesOf(Obj role, Snapshot objects) {
        List<PolicyRule> rules = new ArrayList<>(PolicyRule.of(role));
        for (Json selector : role.items("aggregationRule", "clusterRoleSelectors")) {
            Map<String, String> labels = selector.texts("matchLabels");
            objects.list(CLUSTER_ROLES, "").stream()
                    .map(Stored::object)
                    .filter(other -> !labels.isEmpty()
                            && other.texts("metadata", "labels").entrySet().containsAll(labels.entrySet()))
                    .forEach(other -> rules.addAll(PolicyRule.of(other)));
        }
        return rules;
    }

    /** As an access review gives the reason. */
    String reason() {
        boolean everywhere = binding.key().namespace().isEmpty();
        String name = everywhere
                ? quoted(binding.key().name())
                : quoted(binding.key().name() + "/" + binding.key().namespace());
        return "RBAC: allowed by " + (everywhere ? "ClusterRoleBinding " : "RoleBinding ") + name + " of "
                + binding.object().text("roleRef", "kind") + " "
                + quoted(binding.object().text("roleRef", "name")) + " to " + subjectText();
    }

    private String subjectText() {
        String name = subject.text("name");
        String kind = subject.text("kind");
        return kind + " " + quoted(kind.equals("ServiceAccount") ? name + "/" + subject.text("namespace") : name);
    }

    /** What is wrong with the grant when its role is missing. */
    String missing() {
        String kind = binding.object().text("roleRef", "kind");
        return kind.toLowerCase(java.util.Locale.ROOT) + "." + GROUP + " "
                + quoted(binding.object().text("roleRef", "name")) + " not found";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
