package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Optional;

/** {@code flux export}: objects as they could be put into Git, without status. */
final class FluxExport {

    private final FluxCall call;

    FluxExport(FluxCall call) {
        this.call = call;
    }

    int run() {
        FluxKind.Named named = FluxKind.read(call.words())
                .orElseThrow(() -> new ToolFailure(
                        1, "unknown command \"" + String.join(" ", call.words()) + "\" for \"flux export\""));
        Optional<String> name = call.word(named.words());
        if (name.isEmpty() && !call.arguments().has("all")) {
            throw new ToolFailure(1, "name is required");
        }
        List<Obj> objects = call.world().cluster().list(named.kind().kind(), call.namespace()).stream()
                .filter(object ->
                        name.isEmpty() || object.text("metadata", "name").equals(name.get()))
                .toList();
        if (objects.isEmpty()) {
            throw name.map(wanted -> FluxReconcile.notFound(named.kind().kind(), wanted))
                    .orElse(new ToolFailure(1, "no objects found in " + call.namespace() + " namespace"));
        }
        objects.forEach(object -> call.console().print("---\n" + YamlText.print(exported(named.kind(), object))));
        return 0;
    }

    private static Obj exported(FluxKind kind, Obj object) {
        Obj.Builder metadata = Obj.builder();
        for (String key : List.of("name", "namespace", "labels", "annotations")) {
            object.obj("metadata").get(key).ifPresent(value -> metadata.put(key, value));
        }
        return Obj.builder()
                .put("apiVersion", kind.kind().apiVersion())
                .put("kind", kind.kind().kind())
                .put("metadata", metadata.build())
                .put("spec", object.obj("spec"))
                .build();
    }
}
