package dev.fluxlab.kube.auth;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** One rule of a role. */
public record PolicyRule(
        List<String> verbs, List<String> groups, List<String> resources, List<String> names, List<String> paths) {

    public PolicyRule {
        verbs = List.copyOf(verbs);
        groups = List.copyOf(groups);
        resources = List.copyOf(resources);
        names = List.copyOf(names);
        paths = List.copyOf(paths);
    }

    static PolicyRule of(Json rule) {
        return new PolicyRule(
                texts(rule, "verbs"),
                texts(rule, "apiGroups"),
                texts(rule, "resources"),
                texts(rule, "resourceNames"),
                texts(rule, "nonResourceURLs"));
    }

    public static List<PolicyRule> of(Obj role) {
        return role.items("rules").stream().map(PolicyRule::of).toList();
    }

    private static List<String> texts(Json rule, String key) {
        return rule.items(key).stream().flatMap(item -> item.asText().stream()).toList();
    }

    boolean allows(Access access) {
        if (!matches(verbs, access.verb())) {
            return false;
        }
        return access.isResource() ? allowsResource(access) : allowsPath(access.path());
    }

    private boolean allowsResource(Access access) {
        return matches(groups, access.group())
                && allowsResource(access.resource())
                && (names.isEmpty() || names.contains(access.name()));
    }

    private boolean allowsResource(String resource) {
        int slash = resource.indexOf('/');
        return matches(resources, resource) || slash > 0 && resources.contains("*" + resource.substring(slash));
    }

    private boolean allowsPath(String path) {
        return paths.stream()
                .anyMatch(allowed -> allowed.equals("*")
                        || allowed.equals(path)
                        || allowed.endsWith("*") && path.startsWith(allowed.substring(0, allowed.length() - 1)));
    }

    private static boolean matches(List<String> allowed, String wanted) {
        return allowed.contains("*") || allowed.contains(wanted);
    }

    /** Whether everything that a rule allows is allowed by this one; both speak of one verb and one resource or path. */
    boolean covers(PolicyRule atom) {
        if (!matches(verbs, atom.verbs.get(0))) {
            return false;
        }
        if (!atom.paths.isEmpty()) {
            return allowsPath(atom.paths.get(0));
        }
        boolean named = names.isEmpty() || !atom.names.isEmpty() && names.containsAll(atom.names);
        return matches(groups, atom.groups.get(0)) && allowsResource(atom.resources.get(0)) && named;
    }

    /** This rule as rules of one verb and one resource, name or path each. */
    List<PolicyRule> atoms() {
        return verbs.stream()
                .flatMap(verb -> paths.isEmpty()
                        ? groups.stream().flatMap(group -> resourceAtoms(verb, group).stream())
                        : paths.stream()
                                .map(path ->
                                        new PolicyRule(List.of(verb), List.of(), List.of(), List.of(), List.of(path))))
                .toList();
    }

    private List<PolicyRule> resourceAtoms(String verb, String group) {
        return resources.stream()
                .flatMap(resource -> (names.isEmpty() ? List.of("") : names)
                        .stream()
                                .map(name -> new PolicyRule(
                                        List.of(verb),
                                        List.of(group),
                                        List.of(resource),
                                        name.isEmpty() ? List.of() : List.of(name),
                                        List.of())))
                .toList();
    }

    boolean differsInVerbsOnly(PolicyRule other) {
        return groups.equals(other.groups)
                && resources.equals(other.resources)
                && names.equals(other.names)
                && paths.equals(other.paths);
    }

    PolicyRule withVerbsOf(PolicyRule other) {
        List<String> all = new ArrayList<>(verbs);
        other.verbs.stream().filter(verb -> !verbs.contains(verb)).forEach(all::add);
        return new PolicyRule(all, groups, resources, names, paths);
    }

    /** As SelfSubjectRulesReview lists it. */
    public Obj toJson() {
        Obj.Builder json = Obj.builder().put("verbs", Arr.ofTexts(verbs));
        if (!paths.isEmpty()) {
            return json.put("nonResourceURLs", Arr.ofTexts(paths)).build();
        }
        json.put("apiGroups", Arr.ofTexts(groups)).put("resources", Arr.ofTexts(resources));
        if (!names.isEmpty()) {
            json.put("resourceNames", Arr.ofTexts(names));
        }
        return json.build();
    }

    /** As the refusal of an escalation names it: the fields of Go's struct that are set. */
    String compact() {
        StringBuilder text = new StringBuilder("{");
        append(text, "APIGroups", groups);
        append(text, "Resources", resources);
        append(text, "ResourceNames", names);
        append(text, "NonResourceURLs", paths);
        append(text, "Verbs", verbs);
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append(text.length() > 1 ? ", " : "")
                    .append(name)
                    .append(":[\"")
                    .append(String.join("\" \"", values))
                    .append("\"]");
        }
    }
}
