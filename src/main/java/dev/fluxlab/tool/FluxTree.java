package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Kind;
import java.util.List;
import java.util.Optional;

/** {@code flux tree kustomization}. */
final class FluxTree {

    private final FluxCall call;

    FluxTree(FluxCall call) {
        this.call = call;
    }

    /** An object of an inventory: {@code namespace_name_group_kind}. */
    private record Item(String namespace, String name, String group, String kind) {

        static Item parse(String id) {
            String[] parts = id.split("_", 4);
            if (parts.length != 4) {
                throw new ToolFailure(1, "unable to parse stored object metadata: " + id);
            }
            return new Item(parts[0], parts[1].replace("__", ":"), parts[2], parts[3]);
        }

        String shown() {
            return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
        }
    }

    int run() {
        FluxKind.Named named = FluxKind.read(call.words())
                .filter(kind -> kind.kind() == FluxKind.KUSTOMIZATION)
                .orElseThrow(() -> new ToolFailure(
                        1, "unknown command \"" + String.join(" ", call.words()) + "\" for \"flux tree\""));
        String name = call.word(named.words()).orElseThrow(() -> new ToolFailure(1, "kustomization name is required"));
        Obj root = call.world()
                .cluster()
                .find(Kind.KUSTOMIZATION, call.namespace(), name)
                .orElseThrow(() -> FluxReconcile.notFound(Kind.KUSTOMIZATION, name));
        call.console().line("Kustomization/" + call.namespace() + "/" + name);
        print(root, "", new Item(call.namespace(), name, "kustomize.toolkit.fluxcd.io", "Kustomization"));
        call.console().line("");
        return 0;
    }

    private void print(Obj kustomization, String indent, Item self) {
        List<Item> items = kustomization.items("status", "inventory", "entries").stream()
                .map(entry -> Item.parse(entry.text("id")))
                .filter(item -> !item.equals(self))
                .filter(item -> !call.arguments().has("compact") || item.group().contains("toolkit.fluxcd.io"))
                .toList();
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            Item item = items.get(i);
            call.console().line(indent + (last ? "└── " : "├── ") + item.shown());
            nested(item).ifPresent(below -> print(below, indent + (last ? "    " : "│   "), item));
        }
    }

    private Optional<Obj> nested(Item item) {
        return item.kind().equals("Kustomization") && item.group().startsWith("kustomize.toolkit")
                ? call.world()
                        .cluster()
                        .find(Kind.KUSTOMIZATION, item.namespace(), item.name())
                        .filter(found -> !found.at("status", "inventory", "entries")
                                .map(Json::isNull)
                                .orElse(true))
                : Optional.empty();
    }
}
