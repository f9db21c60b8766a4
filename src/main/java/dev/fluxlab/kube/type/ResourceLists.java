package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The resources of one group version as discovery lists them, ordered by path. */
final class ResourceLists {

    private ResourceLists() {}

    static Obj legacy(List<ResourceType> types) {
        List<Json> resources = new ArrayList<>();
        for (ResourceType type : sorted(types)) {
            resources.add(resource(type));
            type.subresources().forEach(sub -> resources.add(subresource(type, sub)));
        }
        ResourceType any = types.get(0);
        Obj.Builder list = Obj.builder().put("kind", "APIResourceList");
        if (!any.group().isEmpty()) {
            list.put("apiVersion", "v1"); // the real server leaves it out for the core group alone
        }
        return list.put("groupVersion", any.apiVersion())
                .put("resources", new Arr(resources))
                .build();
    }

    static Arr aggregated(List<ResourceType> types) {
        return new Arr(sorted(types).stream().map(ResourceLists::aggregated).toList());
    }

    private static List<ResourceType> sorted(List<ResourceType> types) {
        return types.stream().sorted(Comparator.comparing(ResourceType::plural)).toList();
    }

    private static Obj resource(ResourceType type) {
        Obj.Builder entry = Obj.builder()
                .put("name", type.plural())
                .put("singularName", type.singular())
                .put("namespaced", type.namespaced())
                .put("kind", type.kind().kind())
                .put("verbs", Arr.ofTexts(type.verbs()));
        putNames(entry, type);
        type.storageVersionHash().ifPresent(hash -> entry.put("storageVersionHash", hash));
        return entry.build();
    }

    private static Obj subresource(ResourceType type, Subresource sub) {
        Obj.Builder entry = Obj.builder()
                .put("name", type.plural() + "/" + sub.name())
                .put("singularName", "")
                .put("namespaced", type.namespaced());
        if (!sub.kind().apiVersion().equals(type.apiVersion())) {
            entry.put("group", sub.kind().group()).put("version", sub.kind().version());
        }
        return entry.put("kind", sub.kind().kind())
                .put("verbs", Arr.ofTexts(sub.verbs()))
                .build();
    }

    private static Json aggregated(ResourceType type) {
        Obj.Builder entry = Obj.builder()
                .put("resource", type.plural())
                .put("responseKind", responseKind(type, type.kind()))
                .put("scope", type.namespaced() ? "Namespaced" : "Cluster")
                .put("singularResource", type.singular())
                .put("verbs", Arr.ofTexts(type.verbs()));
        putNames(entry, type);
        if (!type.subresources().isEmpty()) {
            entry.put(
                    "subresources",
                    new Arr(type.subresources().stream()
                            .<Json>map(sub -> Obj.builder()
                                    .put("subresource", sub.name())
                                    .put("responseKind", responseKind(type, sub.kind()))
                                    .put("verbs", Arr.ofTexts(sub.verbs()))
                                    .build())
                            .toList()));
        }
        return entry.build();
    }

    private static Obj responseKind(ResourceType type, GroupVersionKind kind) {
        // a built-in kind of the list's own group version is named without them
        boolean own = type.isBuiltIn() && kind.apiVersion().equals(type.apiVersion());
        return Obj.builder()
                .put("group", own ? "" : kind.group())
                .put("version", own ? "" : kind.version())
                .put("kind", kind.kind())
                .build();
    }

    private static void putNames(Obj.Builder entry, ResourceType type) {
        if (!type.shortNames().isEmpty()) {
            entry.put("shortNames", Arr.ofTexts(type.shortNames()));
        }
        if (!type.categories().isEmpty()) {
            entry.put("categories", Arr.ofTexts(type.categories()));
        }
    }
}
