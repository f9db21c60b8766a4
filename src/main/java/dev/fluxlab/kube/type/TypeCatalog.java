package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Every type that is served, as a value: a definition that comes or goes makes a new catalog. */
public final class TypeCatalog {

    private final BuiltInSchemas schemas;
    private final List<ResourceType> types;

    private TypeCatalog(BuiltInSchemas schemas, List<ResourceType> types) {
        this.schemas = schemas;
        this.types = Collections.unmodifiableList(types);
    }

    /** The built-in kinds, groups in the real server's order. */
    public static TypeCatalog builtIn() {
        BuiltInSchemas schemas = new BuiltInSchemas();
        return new TypeCatalog(schemas, BuiltInTypes.all(schemas));
    }

    /** The schemas of the built-in kinds, of those included that are never kept. */
    public BuiltInSchemas schemas() {
        return schemas;
    }

    public List<ResourceType> all() {
        return types;
    }

    public Optional<ResourceType> find(String group, String version, String plural) {
        return types.stream()
                .filter(type -> type.group().equals(group)
                        && type.version().equals(version)
                        && type.plural().equals(plural))
                .findFirst();
    }

    public Optional<ResourceType> ofKind(GroupVersionKind kind) {
        return types.stream().filter(type -> type.kind().equals(kind)).findFirst();
    }

    /** The types of one group version; empty when it is not served. */
    public List<ResourceType> in(String group, String version) {
        return types.stream()
                .filter(type -> type.group().equals(group) && type.version().equals(version))
                .toList();
    }

    public List<ApiGroup> groups() {
        return types.stream()
                .map(ResourceType::group)
                .distinct()
                .map(group -> new ApiGroup(group, versions(group)))
                .toList();
    }

    private List<String> versions(String group) {
        return types.stream()
                .filter(type -> type.group().equals(group))
                .map(ResourceType::version)
                .distinct()
                .toList();
    }

    /** This catalog with the versions that a custom resource definition serves; those it had are replaced. */
    public TypeCatalog with(Obj definition) {
        List<ResourceType> next = new ArrayList<>(without(definition).types);
        next.addAll(CustomTypes.of(definition, schemas.objectMeta()));
        return new TypeCatalog(schemas, next);
    }

    public TypeCatalog without(Obj definition) {
        String group = definition.text("spec", "group");
        String plural = definition.text("spec", "names", "plural");
        return new TypeCatalog(
                schemas,
                types.stream()
                        .filter(type -> !type.groupResource().equals(new GroupResource(group, plural)))
                        .toList());
    }
}
