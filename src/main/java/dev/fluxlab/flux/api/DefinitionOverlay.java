package dev.fluxlab.flux.api;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the generator cannot express: columns in the order in which they are written (it sorts them by path), the
 * default of {@code status} (it fills in every field), the formats of integers and times, {@code kind}, {@code
 * apiVersion} and {@code metadata} of the object itself.
 */
final class DefinitionOverlay {

    private static final Set<String> LONGS = Set.of("observedGeneration", "size", "totalReconciliations");
    private static final Set<String> TIMES = Set.of(
            "lastTransitionTime",
            "lastUpdateTime",
            "scanTime",
            "lastAutomationRunTime",
            "lastPushTime",
            "firstReconciled",
            "lastReconciled");

    private final Class<?> kind;

    DefinitionOverlay(Class<?> kind) {
        this.kind = kind;
    }

    Obj over(Obj definition) {
        List<Json> versions = definition.items("spec", "versions").stream()
                .map(version -> (Json) version(version.obj()))
                .toList();
        return definition.withObj("spec", spec -> spec.with("versions", new Arr(versions)));
    }

    private Obj version(Obj version) {
        boolean hasStatus = version.at("subresources", "status").isPresent();
        return version.with("additionalPrinterColumns", columns(version.items("additionalPrinterColumns")))
                .withObj("schema", schema -> schema.withObj("openAPIV3Schema", root -> root(root, hasStatus)));
    }

    private Arr columns(List<Json> sorted) {
        Map<String, Json> byName = sorted.stream().collect(Collectors.toMap(column -> column.text("name"), c -> c));
        return new Arr(Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(column -> byName.get(column.name()))
                .map(column ->
                        column.at("priority").filter(Json.number(0)::equals).isPresent()
                                ? (Json) column.obj().without("priority")
                                : column)
                .toList());
    }

    private static Obj root(Obj root, boolean hasStatus) {
        return formats(root).withObj("properties", properties -> {
            Obj all = Obj.builder()
                    .put("apiVersion", Obj.of("type", "string"))
                    .put("kind", Obj.of("type", "string"))
                    .put("metadata", Obj.of("type", "object"))
                    .putAll(properties)
                    .build();
            return hasStatus
                    ? all.withObj("status", status -> status.with("default", unobserved()))
                    : all.without("status");
        });
    }

    private static Obj unobserved() {
        return Obj.of("observedGeneration", Json.number(-1));
    }

    private static Obj formats(Obj schema) {
        Obj changed = schema;
        if (schema.has("properties")) {
            Obj.Builder properties = Obj.builder();
            schema.obj("properties")
                    .members()
                    .forEach((name, property) -> properties.put(name, formats(format(name, property.obj()))));
            changed = changed.with("properties", properties.build());
        }
        for (String nested : List.of("items", "additionalProperties")) {
            if (schema.has(nested)) {
                changed = changed.withObj(nested, DefinitionOverlay::formats);
            }
        }
        return changed;
    }

    private static Obj format(String name, Obj property) {
        if (LONGS.contains(name)) {
            return property.with("format", "int64");
        }
        return TIMES.contains(name) ? property.with("format", "date-time") : property;
    }
}
