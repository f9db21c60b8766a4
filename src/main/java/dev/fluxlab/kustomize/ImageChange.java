package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives an image another name, tag or digest wherever containers are listed. */
final class ImageChange implements Change {

    private static final List<String> CONTAINERS = List.of("containers", "initContainers");

    private final Obj image;
    private final Pattern named;

    /** The change that an entry of {@code images} says; its name is a pattern, as kustomize has it. */
    ImageChange(Json image) {
        this.image = image.asObj().orElse(Obj.EMPTY);
        this.named = Pattern.compile(image.text("name") + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?");
    }

    @Override
    public void apply(ResourceSet resources) {
        List<Resource> changed = resources.all().stream()
                .filter(resource -> !resource.gvk().kind().equals("CustomResourceDefinition"))
                .toList();
        changed.forEach(resource -> resource.become((Obj) anywhere(resource.body())));
        // the fields that a configuration names come second, even where the search has been before
        for (Resource resource : changed) {
            for (FieldSpec field : FieldSpecs.IMAGES) {
                resource.become(field.change(resource, Optional.empty(), this::renamed));
            }
        }
    }

    private Json anywhere(Json node) {
        if (node instanceof Arr arr) {
            return new Arr(arr.items().stream().map(this::anywhere).toList());
        }
        if (!(node instanceof Obj obj)) {
            return node;
        }
        Obj.Builder builder = Obj.builder();
        for (Map.Entry<String, Json> member : obj.members().entrySet()) {
            Json below = anywhere(member.getValue());
            builder.put(member.getKey(), CONTAINERS.contains(member.getKey()) ? containers(below) : below);
        }
        return builder.build();
    }

    private Json containers(Json list) {
        return list instanceof Arr arr
                ? new Arr(arr.items().stream().map(this::container).toList())
                : list;
    }

    private Json container(Json container) {
        if (container instanceof Obj obj && obj.has("image")) {
            return obj.with("image", renamed(obj.get("image").orElseThrow()));
        }
        return container;
    }

    private Json renamed(Json value) {
        if (value instanceof Obj || value instanceof Arr) {
            throw new KustomizeException(WrongKind.message("ScalarNode", value));
        }
        String old = Scalars.text(value);
        return named.matcher(old).matches() ? new Str(changed(Reference.of(old))) : value;
    }

    private String changed(Reference old) {
        String name = image.text("newName").isEmpty() ? old.name : image.text("newName");
        String tag = image.text("newTag");
        String digest = image.text("digest");
        if (tag.isEmpty() && digest.isEmpty()) {
            tag = old.tag + image.text("tagSuffix");
            digest = image.text("tagSuffix").isEmpty() ? old.digest : "";
        }
        return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }

    /** The parts of an image reference; a colon before the first slash is a port. */
    private record Reference(String name, String tag, String digest) {

        static Reference of(String image) {
            int at = image.indexOf('@');
            String digest = at < 0 ? "" : image.substring(at + 1);
            String rest = at < 0 ? image : image.substring(0, at);
            int colon = rest.indexOf(':', Math.max(0, rest.indexOf('/')));
            return colon < 0
                    ? new Reference(rest, "", digest)
                    : new Reference(rest.substring(0, colon), rest.substring(colon + 1), digest);
        }
    }
}
