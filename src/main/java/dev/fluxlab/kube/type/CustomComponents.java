package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How custom kinds are published in OpenAPI: their own schema with what every object has around it. */
final class CustomComponents {

    private static final String META = "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final Obj TEXT = Obj.of("type", "string");

    private CustomComponents() {}

    /** {@code com.example.v1.Thing} for {@code example.com/v1, Kind=Thing}. */
    static String name(GroupVersionKind kind) {
        List<String> labels = new ArrayList<>(Arrays.asList(kind.group().split("\\.", -1)));
        Collections.reverse(labels);
        return String.join(".", labels) + "." + kind.version() + "." + kind.kind();
    }

    /** The component of a kind, made of the definition's schema and the fields of every object. */
    static Obj object(GroupVersionKind kind, Obj declared) {
        Obj properties = declared.obj("properties")
                .with("apiVersion", described("apiVersion"))
                .with("kind", described("kind"))
                .with(
                        "metadata",
                        Obj.builder()
                                .put("description", "The metadata of every object.")
                                .put("default", Obj.EMPTY)
                                .put("allOf", Arr.of(Obj.of("$ref", META + "ObjectMeta")))
                                .build());
        return declared.with("type", "object")
                .with("properties", properties)
                .with("x-kubernetes-group-version-kind", kinds(kind));
    }

    static Obj list(ResourceType type) {
        Obj items = Obj.builder()
                .put("type", "array")
                .put(
                        "items",
                        Obj.of("$ref", "#/components/schemas/" + type.schema().name()))
                .build();
        return Obj.builder()
                .put(
                        "description",
                        type.listKind() + " is a list of " + type.kind().kind())
                .put("type", "object")
                .put("required", Arr.of(new Str("items")))
                .put(
                        "properties",
                        Obj.builder()
                                .put("apiVersion", described("apiVersion"))
                                .put("items", items)
                                .put("kind", described("kind"))
                                .put("metadata", Obj.of("$ref", META + "ListMeta"))
                                .build())
                .put(
                        "x-kubernetes-group-version-kind",
                        kinds(new GroupVersionKind(type.group(), type.version(), type.listKind())))
                .build();
    }

    private static Obj described(String field) {
        return TEXT.with("description", "The object's " + field + ".");
    }

    private static Arr kinds(GroupVersionKind kind) {
        return Arr.of(Obj.builder()
                .put("group", kind.group())
                .put("kind", kind.kind())
                .put("version", kind.version())
                .build());
    }
}
