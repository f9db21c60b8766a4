package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.ResourceType;
import java.util.List;
import java.util.OptionalLong;

/**
 * Part of a list.
 *
 * @param next the token that goes on; empty text at the end
 * @param remaining how many come after; unknown when a selector leaves some out
 */
record Page(long revision, List<Obj> objects, String next, OptionalLong remaining) {

    Page {
        objects = List.copyOf(objects);
    }

    static Page whole(long revision, List<Obj> objects) {
        return new Page(revision, objects, "", OptionalLong.empty());
    }

    Obj metadata() {
        Obj.Builder metadata = Obj.builder().put("resourceVersion", Long.toString(revision));
        if (!next.isEmpty()) {
            metadata.put("continue", next);
        }
        remaining.ifPresent(count -> metadata.put("remainingItemCount", count));
        return metadata.build();
    }

    Obj list(ResourceType type) {
        // the items of a built-in list do not repeat kind and version, those of a custom one do
        List<Json> items = objects.stream()
                .<Json>map(object -> type.isBuiltIn() ? object.without("kind").without("apiVersion") : object)
                .toList();
        return Obj.builder()
                .put("kind", type.listKind())
                .put("apiVersion", type.apiVersion())
                .put("metadata", metadata())
                .put("items", new Arr(items))
                .build();
    }
}
