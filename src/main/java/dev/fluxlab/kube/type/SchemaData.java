package dev.fluxlab.kube.type;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The generated files under {@code schema/}: one per Go package, each read when the first of its types is asked for. */
final class SchemaData {

    static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private final Map<String, Obj> files = new ConcurrentHashMap<>();

    /** The full type name of a {@code group/version/kind}. */
    Optional<String> typeOf(String key) {
        return file("index").get(key).flatMap(json -> json.asText());
    }

    /** What the generator wrote of a type. */
    Obj structure(String typeName) {
        Obj types = file(packageOf(typeName));
        return types.get(simpleName(typeName))
                .flatMap(json -> json.asObj())
                .orElseThrow(() -> new IllegalStateException("schema data has no type " + typeName));
    }

    /** The OpenAPI v3 component of a type, or an empty object when the type is not published. */
    Obj component(String typeName) {
        return file(packageOf(typeName) + ".openapi").obj(simpleName(typeName));
    }

    private static String packageOf(String typeName) {
        return typeName.substring(0, typeName.lastIndexOf('.'));
    }

    private static String simpleName(String typeName) {
        return typeName.substring(typeName.lastIndexOf('.') + 1);
    }

    private Obj file(String name) {
        return files.computeIfAbsent(name, SchemaData::read);
    }

    private static Obj read(String name) {
        String path = "schema/" + name + ".json.gz";
        try (InputStream packed = SchemaData.class.getResourceAsStream(path)) {
            if (packed == null) {
                throw new IllegalStateException("missing resource " + path + "; run src/build/schema/generate.sh");
            }
            try (InputStream in = new GZIPInputStream(packed)) {
                return JsonText.read(in.readAllBytes()).asObj().orElse(Obj.EMPTY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
