package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What discovery answers, legacy and aggregated, for one catalog. */
public final class Discovery {

    private final TypeCatalog catalog;

    public Discovery(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    /** {@code /api}; the address is what the server advertises, as {@code 127.0.0.1:6443}. */
    public Obj coreVersions(String serverAddress) {
        return Obj.builder()
                .put("kind", "APIVersions")
                .put("versions", Arr.of(new Str("v1")))
                .put(
                        "serverAddressByClientCIDRs",
                        Arr.of(Obj.builder()
                                .put("clientCIDR", "0.0.0.0/0")
                                .put("serverAddress", serverAddress)
                                .build()))
                .build();
    }

    /** {@code /apis}. */
    public Obj groupList() {
        List<Json> groups = new ArrayList<>();
        catalog.groups().stream().filter(group -> !group.name().isEmpty()).forEach(group -> groups.add(entry(group)));
        return Obj.builder()
                .put("kind", "APIGroupList")
                .put("apiVersion", "v1")
                .put("groups", new Arr(groups))
                .build();
    }

    /** {@code /apis/<group>}; empty when nothing of it is served. */
    public Optional<Obj> group(String name) {
        return catalog.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .map(group -> Obj.builder()
                        .put("kind", "APIGroup")
                        .put("apiVersion", "v1")
                        .putAll(entry(group))
                        .build());
    }

    /** {@code /api/v1} and {@code /apis/<group>/<version>}; empty when nothing of it is served. */
    public Optional<Obj> resourceList(String group, String version) {
        List<ResourceType> types = catalog.in(group, version);
        return types.isEmpty() ? Optional.empty() : Optional.of(ResourceLists.legacy(types));
    }

    /** {@code /api} for clients that accept the aggregated form. */
    public Obj aggregatedCore() {
        return aggregated(true);
    }

    /** {@code /apis} for clients that accept the aggregated form. */
    public Obj aggregatedGroups() {
        return aggregated(false);
    }

    private Obj aggregated(boolean core) {
        List<Json> items = new ArrayList<>();
        catalog.groups().stream()
                .filter(group -> group.name().isEmpty() == core)
                .forEach(group -> items.add(aggregated(group)));
        return Obj.builder()
                .put("kind", "APIGroupDiscoveryList")
                .put("apiVersion", "apidiscovery.k8s.io/v2")
                .put("metadata", Obj.EMPTY)
                .put("items", new Arr(items))
                .build();
    }

    private Obj aggregated(ApiGroup group) {
        List<Json> versions = new ArrayList<>();
        for (String version : group.versions()) {
            versions.add(Obj.builder()
                    .put("version", version)
                    .put("resources", ResourceLists.aggregated(catalog.in(group.name(), version)))
                    .put("freshness", "Current")
                    .build());
        }
        Obj metadata = group.name().isEmpty() ? Obj.EMPTY : Obj.of("name", group.name());
        return Obj.builder()
                .put("metadata", metadata)
                .put("versions", new Arr(versions))
                .build();
    }

    private static Obj entry(ApiGroup group) {
        List<Json> versions = new ArrayList<>();
        group.versions().forEach(version -> versions.add(groupVersion(group.name(), version)));
        return Obj.builder()
                .put("name", group.name())
                .put("versions", new Arr(versions))
                .put("preferredVersion", versions.get(0))
                .build();
    }

    private static Obj groupVersion(String group, String version) {
        return Obj.builder()
                .put("groupVersion", group + "/" + version)
                .put("version", version)
                .build();
    }
}
