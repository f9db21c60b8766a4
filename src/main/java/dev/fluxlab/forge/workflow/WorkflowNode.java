package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Pointer;
import dev.fluxlab.document.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A value of a workflow file that knows its place in it. */
record WorkflowNode(String file, YamlText.Located document, String pointer, Json value) {

    WorkflowException problem(String text) {
        return new WorkflowException(file, document.at(pointer).line(), text);
    }

    int line() {
        return document.at(pointer).line();
    }

    boolean isText() {
        return !(value instanceof Obj) && value.asArr().isEmpty() && !value.isNull();
    }

    /** A scalar as text; expressions in it must parse. */
    String text() {
        if (!isText()) {
            throw problem("expected a text, found " + value.typeName());
        }
        String text = Values.text(value);
        try {
            Template.parse(text);
        } catch (ExpressionException e) {
            throw problem(e.getMessage());
        }
        return text;
    }

    String condition() {
        try {
            Template.condition(Values.text(value));
        } catch (ExpressionException e) {
            throw problem(e.getMessage());
        }
        return Values.text(value);
    }

    Optional<WorkflowNode> member(String key) {
        return value.at(key).filter(found -> !found.isNull()).map(found -> child(key, found));
    }

    String text(String key) {
        return member(key).map(WorkflowNode::text).orElse("");
    }

    String condition(String key) {
        return member(key).map(WorkflowNode::condition).orElse("");
    }

    boolean flag(String key) {
        return member(key).map(node -> node.text().equals("true")).orElse(false);
    }

    Map<String, WorkflowNode> members() {
        if (value instanceof Null) {
            return Map.of();
        }
        Obj obj = value.asObj().orElseThrow(() -> problem("expected a mapping, found " + value.typeName()));
        Map<String, WorkflowNode> members = new LinkedHashMap<>();
        obj.members().forEach((key, found) -> members.put(key, child(key, found)));
        return members;
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        member(key).ifPresent(node -> node.members()
                .forEach((name, text) -> texts.put(name, text.value.isNull() ? "" : text.text())));
        return texts;
    }

    /** The items of a list; one text counts as a list of one. */
    List<WorkflowNode> items() {
        if (isText()) {
            return List.of(this);
        }
        List<Json> found = value.asArr()
                .orElseThrow(() -> problem("expected a list, found " + value.typeName()))
                .items();
        List<WorkflowNode> items = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            items.add(child(Integer.toString(i), found.get(i)));
        }
        return items;
    }

    List<String> textItems(String key) {
        return member(key)
                .map(node -> node.items().stream().map(WorkflowNode::text).toList())
                .orElse(List.of());
    }

    /** Refuses keys that are not among those supported, by name. */
    void allow(String what, Set<String> supported) {
        members().forEach((key, node) -> {
            if (!supported.contains(key)) {
                throw node.problem("\"" + key + "\" is not supported in " + what + "; supported are "
                        + String.join(", ", new TreeSet<>(supported)));
            }
        });
    }

    private WorkflowNode child(String key, Json found) {
        return new WorkflowNode(file, document, pointer + "/" + Pointer.escape(key), found);
    }
}
