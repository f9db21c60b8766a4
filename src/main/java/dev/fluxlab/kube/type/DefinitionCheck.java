package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is checked of a custom resource definition, down to its schemas. */
final class DefinitionCheck {

    private static final Set<String> COLUMN_TYPES = Set.of("integer", "number", "string", "boolean", "date");

    private final Obj spec;
    private final Findings at;

    private DefinitionCheck(Obj spec, Findings at) {
        this.spec = spec;
        this.at = at;
    }

    static void check(Obj definition, Findings found) {
        Obj spec = definition.obj("spec");
        String name = definition.text("metadata", "name");
        String wanted = spec.text("names", "plural") + "." + spec.text("group");
        if (!name.equals(wanted)) {
            found.in("metadata", "name").invalid(name, "must be spec.names.plural+\".\"+spec.group");
        }
        DefinitionCheck check = new DefinitionCheck(spec, found.in("spec"));
        check.group();
        check.scope();
        check.versions();
        check.names();
        check.conversion();
    }

    private void group() {
        String group = spec.text("group");
        List<String> complaints = Formats.subdomain(group);
        if (group.isEmpty()) {
            at.in("group").required("");
        } else if (!complaints.isEmpty()) {
            at.in("group").invalid(group, String.join(",", complaints));
        } else if (!group.contains(".")) {
            at.in("group").invalid(group, "should be a domain with at least one dot");
        }
    }

    private void scope() {
        String scope = spec.text("scope");
        if (scope.isEmpty()) {
            at.in("scope").required("");
        } else if (!scope.equals("Cluster") && !scope.equals("Namespaced")) {
            at.in("scope").notSupported(new Str(scope), List.of("Cluster", "Namespaced"));
        }
        if (Read.flag(spec, "preserveUnknownFields")) {
            at.in("preserveUnknownFields")
                    .invalid(
                            Json.bool(true),
                            "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
                                    + " spec.versions[*].schema instead");
        }
    }

    private void versions() {
        List<Json> versions = spec.items("versions");
        for (int i = 0; i < versions.size(); i++) {
            Findings here = at.in("versions").item(i);
            String name = versions.get(i).text("name");
            List<String> complaints = Formats.dns1035(name);
            if (!complaints.isEmpty()) {
                here.in("name").invalid(name, String.join(",", complaints));
            }
            if (versions.get(i).at("schema", "openAPIV3Schema").isEmpty()) {
                here.in("schema", "openAPIV3Schema").required("");
            }
        }
        if (new HashSet<>(versions.stream().map(version -> version.text("name")).toList()).size() < versions.size()) {
            at.in("versions").invalid(new Arr(versions), "must contain unique version names");
        }
        if (versions.stream().filter(version -> Read.flag(version, "storage")).count() != 1) {
            at.in("versions").invalid(new Arr(versions), "must have exactly one version marked as storage version");
        }
        schemas(versions);
        columns(versions);
    }

    /** What all versions have in common is reported once, at the place where the first API version kept it. */
    private void schemas(List<Json> versions) {
        List<Obj> schemas = versions.stream()
                .map(version -> version.obj("schema", "openAPIV3Schema"))
                .toList();
        boolean common = new HashSet<>(schemas).size() == 1;
        for (int i = 0; i < schemas.size(); i++) {
            boolean status = versions.get(i).at("subresources", "status").isPresent();
            Findings here = common
                    ? at.in("validation", "openAPIV3Schema")
                    : at.in("versions").item(i).in("schema", "openAPIV3Schema");
            if (i == 0 || !common) {
                StructuralCheck.check(new Node(schemas.get(i)), status, here);
            }
        }
    }

    private void columns(List<Json> versions) {
        List<List<Json>> columns = versions.stream()
                .map(version -> version.items("additionalPrinterColumns"))
                .toList();
        boolean common = new HashSet<>(columns).size() == 1;
        for (int i = 0; i < columns.size(); i++) {
            Findings here = common ? at : at.in("versions").item(i);
            for (int c = 0; c < columns.get(i).size() && (i == 0 || !common); c++) {
                column(
                        columns.get(i).get(c),
                        here.in("additionalPrinterColumns").item(c));
            }
        }
    }

    private static void column(Json column, Findings at) {
        String types = "must be one of boolean,date,integer,number,string";
        if (column.text("name").isEmpty()) {
            at.in("name").required("");
        }
        String type = column.text("type");
        if (type.isEmpty()) {
            at.in("type").required(types);
        } else if (!COLUMN_TYPES.contains(type)) {
            at.in("type").invalid(type, types);
        }
        String path = column.text("jsonPath");
        if (path.isEmpty()) {
            at.in("JSONPath").required("");
            return;
        }
        try {
            JsonPath.parse(path);
        } catch (IllegalArgumentException e) {
            at.in("JSONPath").invalid(path, "" + e.getMessage());
        }
    }

    private void names() {
        Obj names = spec.obj("names");
        Findings here = at.in("names");
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            String name = names.text(field);
            boolean mixed = field.equals("kind") || field.equals("listKind");
            List<String> complaints = Formats.dns1035(mixed ? name.toLowerCase(Locale.ROOT) : name);
            if (name.isEmpty()) {
                here.in(field).required("");
            } else if (!complaints.isEmpty()) {
                here.in(field)
                        .invalid(
                                name,
                                (mixed ? "may have mixed case, but should otherwise match: " : "")
                                        + String.join(",", complaints));
            }
        }
        words("shortNames", here);
        words("categories", here);
        if (!names.text("kind").isEmpty() && names.text("kind").equals(names.text("listKind"))) {
            here.in("listKind").invalid(names.text("listKind"), "kind and listKind may not be the same");
        }
    }

    private void words(String field, Findings here) {
        List<Json> words = spec.items("names", field);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).asText().orElse("");
            List<String> complaints = Formats.dns1035(word);
            if (!complaints.isEmpty()) {
                here.in(field).item(i).invalid(word, String.join(",", complaints));
            }
        }
    }

    private void conversion() {
        String strategy = spec.text("conversion", "strategy");
        if (strategy.equals("Webhook")) {
            at.in("conversion", "strategy")
                    .invalid(strategy, "conversion webhooks are not supported by this server, use None");
        } else if (!strategy.isEmpty() && !strategy.equals("None")) {
            at.in("conversion", "strategy").notSupported(new Str(strategy), List.of("None", "Webhook"));
        }
    }
}
