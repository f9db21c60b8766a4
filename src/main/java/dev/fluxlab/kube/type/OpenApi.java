package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code /openapi/v3} answers for one catalog: the index, and a document per group version. */
public final class OpenApi {

    private static final String SHARED_GROUP = "meta.k8s.io";

    private final TypeCatalog catalog;

    public OpenApi(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    /** The path of every document, such as {@code apis/apps/v1}, with the URL that holds its present hash. */
    public Obj index() {
        TreeMap<String, Json> paths = new TreeMap<>();
        for (ApiGroup group : catalog.groups()) {
            for (String version : group.versions()) {
                String path = path(group.name(), version);
                String url = "/openapi/v3/" + path + "?hash=" + hash(catalog.in(group.name(), version));
                paths.put(path, Obj.of("serverRelativeURL", url));
            }
        }
        return Obj.of("paths", Obj.ofMembers(paths));
    }

    /** The document at a path of the index, with its hash; empty when there is none. */
    public Optional<Document> document(String path) {
        String[] parts = path.split("/", -1);
        List<ResourceType> types =
                switch (parts.length) {
                    case 2 -> parts[0].equals("api") ? catalog.in("", parts[1]) : List.of();
                    case 3 -> parts[0].equals("apis") ? catalog.in(parts[1], parts[2]) : List.of();
                    default -> List.of();
                };
        return types.isEmpty() ? Optional.empty() : Optional.of(new Document(document(types), hash(types)));
    }

    /** An OpenAPI document and what its URL's hash must be for a client to keep it. */
    public record Document(Obj content, String hash) {}

    private static String path(String group, String version) {
        return group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
    }

    /** Told from names and custom schemas alone: the generated schemas do not change while the server runs. */
    private static String hash(List<ResourceType> types) {
        StringBuilder told = new StringBuilder();
        for (ResourceType type : types) {
            told.append(type.kind()).append(type.subresources());
            if (!type.isBuiltIn()) {
                told.append(JsonText.print(type.schema().openApi()));
            }
        }
        return Digests.sha512(told.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Obj document(List<ResourceType> types) {
        return Obj.builder()
                .put("openapi", "3.0.0")
                .put(
                        "info",
                        Obj.builder()
                                .put("title", "Kubernetes")
                                .put("version", "v1.36.2")
                                .build())
                .put("paths", new OpenApiPaths(types).all())
                .put("components", Obj.of("schemas", components(types)))
                .build();
    }

    private Obj components(List<ResourceType> types) {
        BuiltInSchemas schemas = catalog.schemas();
        List<Schema> roots = new ArrayList<>(List.of(schemas.objectMeta()));
        for (String shared : List.of("DeleteOptions", "Status", "ListMeta")) {
            schemas.find(SHARED_GROUP, "v1", shared).ifPresent(roots::add);
        }
        Obj.Builder custom = Obj.builder().put(OpenApiPaths.PATCH, Obj.of("type", "object"));
        for (ResourceType type : types) {
            if (type.isBuiltIn()) {
                roots.add(type.schema());
                schemas.find(type.group(), type.version(), type.listKind()).ifPresent(roots::add);
            } else {
                custom.put(type.schema().name(), type.schema().openApi());
                custom.put(type.schema().name() + "List", CustomComponents.list(type));
            }
        }
        return custom.putAll(schemas.components(roots)).build();
    }
}
