package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** What is checked of roles and bindings. */
final class RoleChecks {

    private RoleChecks() {}

    static void checkRules(Obj role, boolean namespaced, Findings at) {
        List<Json> rules = role.items("rules");
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), namespaced, at.in("rules").item(i));
        }
    }

    private static void checkRule(Json rule, boolean namespaced, Findings at) {
        if (rule.items("verbs").isEmpty()) {
            at.in("verbs").required("verbs must contain at least one value");
        }
        Json paths = rule.at("nonResourceURLs").orElse(Null.NULL);
        if (!rule.items("nonResourceURLs").isEmpty()) {
            checkPaths(rule, paths, namespaced, at);
            return;
        }
        if (rule.items("apiGroups").isEmpty()) {
            at.in("apiGroups").required("resource rules must supply at least one api group");
        }
        if (rule.items("resources").isEmpty()) {
            at.in("resources").required("resource rules must supply at least one resource");
        }
    }

    private static void checkPaths(Json rule, Json paths, boolean namespaced, Findings at) {
        if (namespaced) {
            at.in("nonResourceURLs").invalid(paths, "namespaced rules cannot apply to non-resource URLs");
        }
        boolean mixed = !rule.items("apiGroups").isEmpty()
                || !rule.items("resources").isEmpty()
                || !rule.items("resourceNames").isEmpty();
        if (mixed) {
            at.in("nonResourceURLs")
                    .invalid(paths, "rules cannot apply to both regular resources and non-resource URLs");
        }
    }

    static void checkBinding(Obj binding, boolean namespaced, Findings at) {
        checkRoleRef(binding.obj("roleRef"), namespaced, at.in("roleRef"));
        List<Json> subjects = binding.items("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            checkSubject(subjects.get(i), at.in("subjects").item(i));
        }
    }

    private static void checkRoleRef(Obj reference, boolean namespaced, Findings at) {
        if (!reference.text("apiGroup").equals(RoleKinds.GROUP)) {
            at.in("apiGroup").notSupported(new Str(reference.text("apiGroup")), List.of(RoleKinds.GROUP));
        }
        List<String> kinds = namespaced ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        if (!kinds.contains(reference.text("kind"))) {
            at.in("kind").notSupported(new Str(reference.text("kind")), kinds);
        }
        if (reference.text("name").isEmpty()) {
            at.in("name").required("");
        } else {
            at.in("name").invalid(reference.text("name"), Formats.pathSegment(reference.text("name")));
        }
    }

    private static void checkSubject(Json subject, Findings at) {
        if (subject.text("name").isEmpty()) {
            at.in("name").required("");
        }
        String group = subject.text("apiGroup");
        switch (subject.text("kind")) {
            case "ServiceAccount" -> checkAccount(subject, group, at);
            case "User", "Group" -> {
                if (!group.equals(RoleKinds.GROUP)) {
                    at.in("apiGroup").notSupported(new Str(group), List.of(RoleKinds.GROUP));
                }
            }
            default -> at.in("kind")
                    .notSupported(new Str(subject.text("kind")), List.of("Group", "ServiceAccount", "User"));
        }
    }

    private static void checkAccount(Json subject, String group, Findings at) {
        String name = subject.text("name");
        if (!name.isEmpty()) {
            at.in("name").invalid(name, Formats.subdomain(name));
        }
        if (!group.isEmpty()) {
            at.in("apiGroup").notSupported(new Str(group), List.of(""));
        }
        if (subject.text("namespace").isEmpty()) {
            at.in("namespace").required("");
        }
    }

    static void checkRoleStays(Obj binding, Obj old, Findings at) {
        if (!binding.get("roleRef").equals(old.get("roleRef"))) {
            at.in("roleRef").invalid(binding.obj("roleRef"), "cannot change roleRef");
        }
    }
}
