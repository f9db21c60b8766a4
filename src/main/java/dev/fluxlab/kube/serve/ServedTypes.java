package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.GroupVersionResource;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.TypeCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The catalog of the moment: definitions that come and go replace it. */
final class ServedTypes {

    /** A catalog with an index by path. */
    record Served(TypeCatalog catalog, Map<GroupVersionResource, ResourceType> byPath) {

        static Served of(TypeCatalog catalog) {
            Map<GroupVersionResource, ResourceType> index = new HashMap<>();
            catalog.all().forEach(type -> index.put(type.resource(), type));
            return new Served(catalog, index);
        }
    }

    private volatile Served served;

    ServedTypes(TypeCatalog catalog) {
        this.served = Served.of(catalog);
    }

    TypeCatalog catalog() {
        return served.catalog();
    }

    Optional<ResourceType> find(String group, String version, String plural) {
        return Optional.ofNullable(served.byPath().get(new GroupVersionResource(group, version, plural)));
    }

    /** A built-in type that the server itself needs. */
    ResourceType builtIn(String group, String version, String plural) {
        return find(group, version, plural)
                .orElseThrow(() -> new IllegalStateException("no built-in type " + plural + "." + group));
    }

    void add(Obj definition) {
        change(catalog -> catalog.with(definition));
    }

    void remove(Obj definition) {
        change(catalog -> catalog.without(definition));
    }

    private synchronized void change(UnaryOperator<TypeCatalog> change) {
        served = Served.of(change.apply(served.catalog()));
    }
}
