package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Column;
import dev.fluxlab.kube.type.ResourceType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Objects as the rows that kubectl prints. */
final class Tables {

    private final ResourceType type;
    private final InstantSource clock;
    private final String include;
    private final String version;

    Tables(ResourceType type, InstantSource clock, String include, String version) {
        this.type = type;
        this.clock = clock;
        this.include = include;
        this.version = version;
    }

    Obj one(Obj object) {
        return table(Obj.of("resourceVersion", Meta.text(object, "resourceVersion")), List.of(object), columns());
    }

    Obj page(Page page) {
        return table(page.metadata(), page.objects(), columns());
    }

    /** The table of a watch event: only the first says what the columns are. */
    Obj event(Obj object, boolean first) {
        Obj metadata = Obj.of("resourceVersion", Meta.text(object, "resourceVersion"));
        return table(metadata, List.of(object), first ? columns() : Null.NULL);
    }

    private Obj table(Obj metadata, List<Obj> objects, Json columns) {
        Instant now = clock.instant();
        return Obj.builder()
                .put("kind", "Table")
                .put("apiVersion", Refusals.META + "/" + version)
                .put("metadata", metadata)
                .put("columnDefinitions", columns)
                .put(
                        "rows",
                        new Arr(objects.stream()
                                .<Json>map(object -> row(object, now))
                                .toList()))
                .build();
    }

    private Obj row(Obj object, Instant now) {
        Obj.Builder row = Obj.builder().put("cells", new Arr(type.rules().cells(object, now)));
        return switch (include) {
            case "None" -> row.put("object", Null.NULL).build();
            case "Object" -> row.put("object", object).build();
            default -> row.put("object", Partial.object(object, version)).build();
        };
    }

    private Arr columns() {
        return new Arr(type.columns().stream().map(Tables::definition).toList());
    }

    private static Json definition(Column column) {
        return Obj.builder()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.format())
                .put("description", column.description())
                .put("priority", column.priority())
                .build();
    }
}
