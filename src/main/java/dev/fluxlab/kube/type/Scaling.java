package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** How a kind's scale subresource reads and writes the object behind it. */
public record Scaling(List<String> specPath, List<String> statusPath, Optional<List<String>> selectorPath) {

    /** The workloads of apps/v1: {@code spec.replicas}, {@code status.replicas}, the text of {@code spec.selector}. */
    static final Scaling WITH_SELECTOR =
            new Scaling(List.of("spec", "replicas"), List.of("status", "replicas"), Optional.empty());

    public Scaling {
        specPath = List.copyOf(specPath);
        statusPath = List.copyOf(statusPath);
    }

    /** The autoscaling/v1 Scale of an object. */
    public Obj scaleOf(Obj object) {
        Obj meta = object.obj("metadata");
        Obj.Builder scaled = Obj.builder();
        for (String key : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            meta.get(key).ifPresent(value -> scaled.put(key, value));
        }
        return Obj.builder()
                .put("kind", "Scale")
                .put("apiVersion", "autoscaling/v1")
                .put("metadata", scaled.build())
                .put("spec", spec(read(object, specPath)))
                .put("status", status(object))
                .build();
    }

    private static Obj spec(long replicas) {
        return replicas == 0 ? Obj.EMPTY : Obj.of("replicas", Json.number(replicas));
    }

    private Obj status(Obj object) {
        Obj.Builder status = Obj.builder().put("replicas", read(object, statusPath));
        String selector = selectorPath
                .map(path -> object.text(path.toArray(new String[0])))
                .orElseGet(() -> Selectors.text(object.obj("spec", "selector")));
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return status.build();
    }

    private static long read(Obj object, List<String> path) {
        return Read.number(object, path.toArray(new String[0]));
    }

    /** The object with the number of replicas that a Scale asks for. */
    public Obj rescaled(Obj object, Obj scale) {
        return set(object, specPath, Read.number(scale, "spec", "replicas"));
    }

    private static Obj set(Obj object, List<String> path, long replicas) {
        String key = path.get(0);
        if (path.size() == 1) {
            return object.with(key, Json.number(replicas));
        }
        return object.withObj(key, inner -> set(inner, path.subList(1, path.size()), replicas));
    }

    /** What is wrong with a Scale. */
    public List<Violation> violations(Obj scale) {
        Findings found = Findings.none();
        long replicas = Read.number(scale, "spec", "replicas");
        if (replicas < 0) {
            found.in("spec", "replicas").invalid(Json.number(replicas), "must be greater than or equal to 0");
        }
        return found.all();
    }
}
