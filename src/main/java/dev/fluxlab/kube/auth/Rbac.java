package dev.fluxlab.kube.auth;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Role-based access control over the roles and bindings that the cluster holds at the moment. */
public final class Rbac {

    private final Store store;

    public Rbac(Store store) {
        this.store = store;
    }

    public Decision decide(Caller caller, Access access) {
        if (caller.isMaster()) {
            return Decision.allow("");
        }
        List<String> missing = new ArrayList<>();
        for (Grant grant : Grant.of(caller, access.namespace(), store.now())) {
            if (grant.rules().isEmpty()) {
                missing.add(grant.missing());
            } else if (grant.rules().get().stream().anyMatch(rule -> rule.allows(access))) {
                return Decision.allow(grant.reason());
            }
        }
        return Decision.refuse(missing.isEmpty() ? "" : "RBAC: " + listed(missing));
    }

    private static String listed(List<String> failures) {
        return failures.size() == 1 ? failures.get(0) : "[" + String.join(", ", failures) + "]";
    }

    /** Every rule that a caller has in a namespace. */
    public List<PolicyRule> rules(Caller caller, String namespace) {
        if (caller.isMaster()) {
            List<String> all = List.of("*");
            return List.of(
                    new PolicyRule(all, all, all, List.of(), List.of()),
                    new PolicyRule(all, List.of(), List.of(), List.of(), all));
        }
        return Grant.of(caller, namespace, store.now()).stream()
                .flatMap(grant -> grant.rules().stream().flatMap(List::stream))
                .toList();
    }

    /** Why a caller may not hand out a role's rules: the refusal's text, or empty when it holds them all itself. */
    public Optional<String> escalation(Caller caller, Obj role, String namespace) {
        Snapshot objects = store.now();
        List<PolicyRule> held = rules(caller, namespace);
        List<PolicyRule> lacking = Grant.rulesOf(role, objects).stream()
                .flatMap(rule -> rule.atoms().stream())
                .filter(atom -> held.stream().noneMatch(rule -> rule.covers(atom)))
                .toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("user \"" + caller.name() + "\" (groups=[\""
                + String.join("\" \"", caller.groups())
                + "\"]) is attempting to grant RBAC permissions not currently held:");
        merged(lacking).forEach(rule -> text.append('\n').append(rule.compact()));
        return Optional.of(text.toString());
    }

    /** Rules that differ in their verb alone become one. */
    private static List<PolicyRule> merged(List<PolicyRule> atoms) {
        List<PolicyRule> rules = new ArrayList<>();
        for (PolicyRule atom : atoms) {
            int same = 0;
            while (same < rules.size() && !rules.get(same).differsInVerbsOnly(atom)) {
                same++;
            }
            if (same == rules.size()) {
                rules.add(atom);
            } else {
                rules.set(same, rules.get(same).withVerbsOf(atom));
            }
        }
        return rules;
    }

    /** The role that a binding refers to; empty when it does not exist. */
    public Optional<Obj> referredRole(Obj binding, String namespace) {
        boolean cluster = binding.text("roleRef", "kind").equals("ClusterRole");
        return store.now()
                .get(new Key(
                        cluster ? Grant.CLUSTER_ROLES : Grant.ROLES,
                        cluster ? "" : namespace,
                        binding.text("roleRef", "name")))
                .map(role -> role.object());
    }
}
