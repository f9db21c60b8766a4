package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** Objects cut down to their metadata. */
final class Partial {

    private Partial() {}

    static Obj object(Obj object, String version) {
        return Obj.builder()
                .put("kind", "PartialObjectMetadata")
                .put("apiVersion", Refusals.META + "/" + version)
                .put("metadata", object.obj("metadata"))
                .build();
    }

    static Obj list(Page page, String version) {
        return Obj.builder()
                .put("kind", "PartialObjectMetadataList")
                .put("apiVersion", Refusals.META + "/" + version)
                .put("metadata", page.metadata())
                .put(
                        "items",
                        new Arr(page.objects().stream()
                                .<Json>map(object -> object(object, version))
                                .toList()))
                .build();
    }
}
