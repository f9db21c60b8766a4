package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;

/** The types that a custom resource definition adds, one per served version. */
final class CustomTypes {

    private CustomTypes() {}

    static List<ResourceType> of(Obj definition) {
        return definition.items("spec", "versions").stream()
                .filter(version -> version.at("served").flatMap(Json::asBoolean).orElse(false))
                .map(version -> type(definition, version))
                .toList();
    }

    private static ResourceType type(Obj definition, Json version) {
        String group = definition.text("spec", "group");
        Obj names = definition.obj("spec", "names");
        ResourceType.Builder builder = ResourceType.of(group + "/" + version.text("name"), names.text("kind"))
                .custom()
                .plural(names.text("plural"))
                .singular(names.text("singular"))
                .listKind(names.text("listKind"));
        return definition.text("spec", "scope").equals("Cluster")
                ? builder.clusterScoped().build()
                : builder.build();
    }
}
