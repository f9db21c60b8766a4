package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wide columns that show the containers of a pod template. */
final class Containers {

    private static final Doc NAMES = Doc.says("Names of each container in the template.");
    private static final Doc IMAGES = Doc.says("Images referenced by each container in the template.");

    private Containers() {}

    static Table columns(Table table, Function<Obj, Obj> template) {
        return table.wide("Containers", NAMES, object -> joined(template.apply(object), "name"))
                .wide("Images", IMAGES, object -> joined(template.apply(object), "image"));
    }

    private static String joined(Obj template, String field) {
        return template.items("spec", "containers").stream()
                .map(container -> container.text(field))
                .collect(Collectors.joining(","));
    }
}
