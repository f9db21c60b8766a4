package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The paths of a group version's document. kubectl reads from them which kind a resource has, whether a patch may be
 * validated by the server, and which patch types there are; parameters beyond that are left out.
 */
final class OpenApiPaths {

    static final String PATCH = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";
    private static final List<String> WRITE_PARAMETERS = List.of("dryRun", "fieldManager", "fieldValidation");
    private static final Map<String, String> METHODS = Map.of("update", "put", "patch", "patch", "get", "get");

    private final List<ResourceType> types;

    OpenApiPaths(List<ResourceType> types) {
        this.types = types;
    }

    Obj all() {
        TreeMap<String, Json> paths = new TreeMap<>();
        for (ResourceType type : types) {
            String root = root(type);
            String collection = type.namespaced() ? root + "namespaces/{namespace}/" : root;
            paths.put(collection + type.plural(), collection(type));
            if (type.namespaced() && type.allows("list")) {
                paths.put(root + type.plural(), Obj.of("get", operation(type, "list", type.kind())));
            }
            if (type.isStored()) {
                String one = collection + type.plural() + "/{name}";
                paths.put(one, one(type));
                type.subresources().forEach(sub -> paths.put(one + "/" + sub.name(), subresource(type, sub)));
            }
        }
        return Obj.ofMembers(paths);
    }

    private static String root(ResourceType type) {
        return (type.group().isEmpty() ? "/api/" : "/apis/") + type.apiVersion() + "/";
    }

    private static Obj collection(ResourceType type) {
        Obj.Builder path = Obj.builder();
        if (type.allows("list")) {
            path.put("get", operation(type, "list", type.kind()));
        }
        path.put("post", operation(type, "post", type.kind()));
        if (type.allows("deletecollection")) {
            path.put("delete", operation(type, "deletecollection", type.kind()));
        }
        return path.put("parameters", pathParameters(type, false)).build();
    }

    private static Obj one(ResourceType type) {
        return Obj.builder()
                .put("get", operation(type, "get", type.kind()))
                .put("put", operation(type, "put", type.kind()))
                .put("patch", operation(type, "patch", type.kind()))
                .put("delete", operation(type, "delete", type.kind()))
                .put("parameters", pathParameters(type, true))
                .build();
    }

    private static Obj subresource(ResourceType type, Subresource sub) {
        Obj.Builder path = Obj.builder();
        for (String verb : sub.verbs()) {
            String method = METHODS.getOrDefault(verb, verb.equals("create") ? "post" : verb);
            path.put(method, operation(type, method, sub.kind()));
        }
        return path.put("parameters", pathParameters(type, true)).build();
    }

    private static Obj operation(ResourceType type, String action, GroupVersionKind kind) {
        Obj.Builder operation = Obj.builder()
                .put("description", action + " of " + type.plural())
                .put("x-kubernetes-action", action)
                .put("x-kubernetes-group-version-kind", kind(kind))
                .put("responses", Obj.of("200", Obj.of("description", "OK")));
        List<String> parameters = parameters(action);
        if (!parameters.isEmpty()) {
            operation.put(
                    "parameters",
                    new Arr(parameters.stream()
                            .<Json>map(name -> parameter(name, "query"))
                            .toList()));
            operation.put("requestBody", Obj.of("content", content(type, action)));
        }
        return operation.build();
    }

    private static List<String> parameters(String action) {
        if (!List.of("post", "put", "patch").contains(action)) {
            return List.of();
        }
        List<String> parameters = new ArrayList<>(WRITE_PARAMETERS);
        if (action.equals("patch")) {
            parameters.add("force");
        }
        return parameters;
    }

    private static Obj content(ResourceType type, String action) {
        if (!action.equals("patch")) {
            return Obj.of("*/*", schemaOf(type.schema().name()));
        }
        Obj.Builder content = Obj.builder();
        for (String patch : List.of("apply-patch+yaml", "json-patch+json", "merge-patch+json")) {
            content.put("application/" + patch, schemaOf(PATCH));
        }
        if (type.isBuiltIn()) {
            content.put("application/strategic-merge-patch+json", schemaOf(PATCH));
        }
        return content.build();
    }

    private static Obj schemaOf(String name) {
        return Obj.of("schema", Obj.of("$ref", "#/components/schemas/" + name));
    }

    private static Obj kind(GroupVersionKind kind) {
        return Obj.builder()
                .put("group", kind.group())
                .put("kind", kind.kind())
                .put("version", kind.version())
                .build();
    }

    private static Arr pathParameters(ResourceType type, boolean named) {
        List<Json> parameters = new ArrayList<>();
        if (named) {
            parameters.add(parameter("name", "path").with("required", Json.bool(true)));
        }
        if (type.namespaced()) {
            parameters.add(parameter("namespace", "path").with("required", Json.bool(true)));
        }
        return new Arr(parameters);
    }

    private static Obj parameter(String name, String in) {
        return Obj.builder()
                .put("name", name)
                .put("in", in)
                .put("schema", Obj.of("type", name.equals("force") ? "boolean" : "string"))
                .build();
    }
}
