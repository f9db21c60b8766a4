package dev.fluxlab.guard;

import dev.fluxlab.document.Json;
import dev.fluxlab.guard.Finding.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kustomizations wait for what they need, not for another environment, and not in a circle. */
final class DependenciesRule implements Rule {

    @Override
    public void check(Fleet fleet, Findings findings) {
        Map<String, Manifest> byKey = new HashMap<>();
        fleet.all(Fleet.KUSTOMIZE, "Kustomization")
                .forEach(each -> byKey.put(key(each.namespace(), each.name()), each));
        byKey.values().forEach(each -> {
            gates(each, byKey, findings);
            circle(each, byKey, findings);
        });
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    private static List<String> dependencies(Manifest manifest) {
        return manifest.object().items("spec", "dependsOn").stream()
                .map(each -> key(namespace(each, manifest), each.text("name")))
                .toList();
    }

    private static String namespace(Json dependency, Manifest manifest) {
        return dependency.text("namespace").isEmpty() ? manifest.namespace() : dependency.text("namespace");
    }

    private static Optional<Environment> environment(Manifest manifest) {
        return Environment.ofPath(FleetBuilds.normal(manifest.object().text("spec", "path")));
    }

    private static void gates(Manifest manifest, Map<String, Manifest> byKey, Findings findings) {
        for (String dependency : dependencies(manifest)) {
            Optional<Environment> there =
                    Optional.ofNullable(byKey.get(dependency)).flatMap(DependenciesRule::environment);
            Optional<Environment> here = environment(manifest);
            if (here.isPresent() && there.isPresent() && !here.equals(there)) {
                findings.error(
                        RuleId.DEPENDENCIES,
                        manifest.at("/spec/dependsOn"),
                        new Message(
                                manifest + " of " + here.get().word() + " waits for " + dependency + " of "
                                        + there.get().word(),
                                "when " + there.get().word() + " is not ready nothing reaches "
                                        + here.get().word() + ", not even a rollback",
                                "remove the dependency; promotion is what orders environments"));
            }
        }
    }

    private static void circle(Manifest manifest, Map<String, Manifest> byKey, Findings findings) {
        String own = key(manifest.namespace(), manifest.name());
        if (reaches(own, own, byKey, new HashSet<>())) {
            findings.error(
                    RuleId.DEPENDENCIES,
                    manifest.at("/spec/dependsOn"),
                    new Message(
                            manifest + " waits, in the end, for itself",
                            "none of the circle is ever applied again",
                            "break the circle at the dependency that is not needed"));
        }
    }

    private static boolean reaches(String from, String goal, Map<String, Manifest> byKey, Set<String> seen) {
        Manifest here = byKey.get(from);
        if (here == null) {
            return false;
        }
        return dependencies(here).stream()
                .anyMatch(next -> next.equals(goal) || seen.add(next) && reaches(next, goal, byKey, seen));
    }
}
