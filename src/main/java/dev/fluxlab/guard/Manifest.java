package dev.fluxlab.guard;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.Optional;

/** An object as a file of the checkout says it, with the namespace it will be in. */
record Manifest(String file, YamlText.Located document, String namespace) {

    Obj object() {
        return document.value().asObj().orElse(Obj.EMPTY);
    }

    String kind() {
        return object().text("kind");
    }

    String name() {
        return object().text("metadata", "name");
    }

    boolean isOf(String group, String kind) {
        return kind().equals(kind) && object().text("apiVersion").startsWith(group + "/");
    }

    boolean isFlux() {
        return object().text("apiVersion").contains(".toolkit.fluxcd.io/");
    }

    String annotation(String key) {
        return object().obj("metadata", "annotations").text(key);
    }

    /** The place of a field by its pointer, or of what surrounds it. */
    Place at(String pointer) {
        return new Place(file, document.at(pointer).line());
    }

    Optional<Environment> environment() {
        return Environment.ofPath(file).or(() -> Environment.named(namespace));
    }

    @Override
    public String toString() {
        return kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name();
    }
}
