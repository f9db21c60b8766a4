package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;

/** The message about a value of another kind than a field needs. */
final class WrongKind {

    private WrongKind() {}

    static String message(String expected, Json found) {
        return "wrong node kind: expected " + expected + " but got " + name(found) + ": node contents:\n"
                + YamlText.print(found);
    }

    static String name(Json value) {
        return value instanceof Obj ? "MappingNode" : value instanceof Arr ? "SequenceNode" : "ScalarNode";
    }
}
