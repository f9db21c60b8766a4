package dev.fluxlab.kustomize;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.stream.Collectors;

/** What a folder renders to: its objects in their order. */
public record Rendered(List<Obj> objects) {

    public Rendered {
        objects = List.copyOf(objects);
    }

    /** The objects as the YAML that {@code kustomize build} prints. */
    public String text() {
        return objects.stream().map(YamlText::printSorted).collect(Collectors.joining("---\n"));
    }
}
