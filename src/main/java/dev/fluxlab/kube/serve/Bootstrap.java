package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.kube.type.GroupVersionKind;
import dev.fluxlab.kube.type.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The objects that every cluster begins with: four namespaces, the roles of clients and people. */
final class Bootstrap {

    private static final String OBJECTS = "bootstrap.yaml";
    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private final Cluster cluster;
    private final Creation creation;

    Bootstrap(Cluster cluster, Creation creation) {
        this.cluster = cluster;
        this.creation = creation;
    }

    /** Adds what is missing; what is there is left as people have changed it. */
    void complete() {
        boolean begun = cluster.store().now().revision() > 0;
        if (begun) {
            return;
        }
        NAMESPACES.forEach(name -> create(namespace(name)));
        objects().forEach(this::create);
    }

    private static Obj namespace(String name) {
        return Obj.builder()
                .put("kind", "Namespace")
                .put("apiVersion", "v1")
                .put("metadata", Obj.of("name", name))
                .build();
    }

    private static List<Obj> objects() {
        try (InputStream in = Bootstrap.class.getResourceAsStream(OBJECTS)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its " + OBJECTS);
            }
            return YamlText.readAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .flatMap(document -> document.asObj().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create(Obj obj) {
        ResourceType type = cluster.types()
                .catalog()
                .ofKind(GroupVersionKind.of(obj))
                .orElseThrow(() -> new IllegalStateException("no built-in kind for " + obj.text("kind")));
        Write write = Write.byServer(type, Meta.text(obj, "namespace"), Meta.name(obj), "");
        creation.create(write, type.decode(obj).object());
    }
}
