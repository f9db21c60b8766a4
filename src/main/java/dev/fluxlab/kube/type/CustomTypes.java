package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The types that a custom resource definition adds, one per served version. */
final class CustomTypes {

    private static final String[] VERBS = {
        "delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"
    };

    private final Obj definition;
    private final Schema objectMeta;

    private CustomTypes(Obj definition, Schema objectMeta) {
        this.definition = definition;
        this.objectMeta = objectMeta;
    }

    static List<ResourceType> of(Obj definition, Schema objectMeta) {
        CustomTypes types = new CustomTypes(definition, objectMeta);
        return definition.items("spec", "versions").stream()
                .filter(version -> Read.flag(version, "served"))
                .sorted(Comparator.comparing(version -> new VersionOrder(version.text("name"))))
                .map(types::type)
                .toList();
    }

    private ResourceType type(Json version) {
        Obj names = definition.obj("spec", "names");
        String kindName = names.text("kind");
        GroupVersionKind kind = new GroupVersionKind(group(), version.text("name"), kindName);
        Node root = new Node(version.obj("schema", "openAPIV3Schema"));
        ResourceType.Builder type = ResourceType.of(kind.apiVersion(), kindName)
                .custom()
                .plural(names.text("plural"))
                .singular(names.text("singular"))
                .listKind(Read.orElse(names.text("listKind"), kindName + "List"))
                .shortNames(texts(names, "shortNames"))
                .categories(texts(names, "categories"))
                .verbs(VERBS)
                .schema(new CustomSchemas(objectMeta).root(kind, root))
                .decoding((schema, object) -> new CustomDecoding(root, objectMeta).decode(object))
                .stored(storedForm(names))
                .rules(rules(root, version));
        deprecation(version, kind).ifPresent(type::deprecated);
        addSubresources(type, version);
        return definition.text("spec", "scope").equals("Cluster")
                ? type.clusterScoped().build()
                : type.build();
    }

    private String group() {
        return definition.text("spec", "group");
    }

    private static String[] texts(Obj names, String key) {
        return names.items(key).stream().flatMap(name -> name.asText().stream()).toArray(String[]::new);
    }

    /** Versions differ by name alone: one without a conversion webhook only writes another apiVersion. */
    private ResourceType.StoredForm storedForm(Obj names) {
        String storage = definition.items("spec", "versions").stream()
                .filter(version -> Read.flag(version, "storage"))
                .map(version -> version.text("name"))
                .findFirst()
                .orElse("");
        GroupVersionKind kept = new GroupVersionKind(group(), storage, names.text("kind"));
        return new ResourceType.StoredForm(
                kept,
                new GroupResource(group(), names.text("plural")),
                object -> object.with("apiVersion", kept.apiVersion()),
                object -> object);
    }

    private Rules.Builder rules(Node root, Json version) {
        CustomRules checks = new CustomRules(root);
        boolean hasStatus = version.at("subresources", "status").isPresent();
        Rules.Builder rules = Rules.builder()
                .defaults(object -> CustomDefaults.fill(root, object))
                .status(hasStatus ? Status.custom() : Status.NONE)
                .generation(Generation.OF_CONTENT)
                .onCreate((object, allocations) -> CustomDefaults.fill(root, object))
                .needsResourceVersion()
                .checkNew(checks::check)
                .checkChange(checks::checkChange)
                .checkStatus(checks::checkChange)
                .table(CustomTable.of(version));
        for (Json field : version.items("selectableFields")) {
            JsonPath path = JsonPath.parse(field.text("jsonPath"));
            String label = field.text("jsonPath").replaceFirst("^\\.", "");
            rules.selectable(label, object -> path.find(object).stream()
                    .findFirst()
                    .map(JsonPath::text)
                    .orElse(""));
        }
        return rules;
    }

    private static void addSubresources(ResourceType.Builder type, Json version) {
        if (version.at("subresources", "status").isPresent()) {
            type.status();
        }
        version.at("subresources", "scale")
                .ifPresent(scale -> type.scale(new Scaling(
                        keys(scale.text("specReplicasPath")),
                        keys(scale.text("statusReplicasPath")),
                        Optional.of(keys(scale.text("labelSelectorPath"))))));
    }

    private static List<String> keys(String path) {
        return path.isEmpty() ? List.of() : List.of(path.substring(1).split("\\."));
    }

    private static Optional<String> deprecation(Json version, GroupVersionKind kind) {
        if (!Read.flag(version, "deprecated")) {
            return Optional.empty();
        }
        String said = version.text("deprecationWarning");
        return Optional.of(said.isEmpty() ? kind.apiVersion() + " " + kind.kind() + " is deprecated" : said);
    }
}
