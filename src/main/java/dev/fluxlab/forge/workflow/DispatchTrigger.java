package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workflow that is started by hand, with inputs. */
public record DispatchTrigger(Map<String, Input> inputs) {

    private static final Set<String> KEYS = Set.of("description", "type", "required", "default", "options");

    /** One input, of type string, boolean, number or choice. */
    record Input(String type, boolean required, String otherwise, List<String> options) {

        Json value(String name, String given) {
            String text = given.isEmpty() ? otherwise : given;
            if (text.isEmpty() && required) {
                throw new IllegalArgumentException("the input \"" + name + "\" is required");
            }
            if (type.equals("choice") && !options.contains(text)) {
                throw new IllegalArgumentException(
                        "the input \"" + name + "\" is one of " + options + ", not \"" + text + "\"");
            }
            if (type.equals("boolean") && !text.matches("true|false|")) {
                throw new IllegalArgumentException("the input \"" + name + "\" is true or false, not \"" + text + "\"");
            }
            if (type.equals("number") && !text.matches("-?\\d{1,15}|")) {
                throw new IllegalArgumentException("the input \"" + name + "\" is a number, not \"" + text + "\"");
            }
            return typed(text);
        }

        private Json typed(String text) {
            return switch (type) {
                case "boolean" -> Json.bool(text.equals("true"));
                case "number" -> text.isEmpty() ? Json.string("") : Num.of(Long.parseLong(text));
                default -> Json.string(text);
            };
        }
    }

    static DispatchTrigger read(WorkflowNode node) {
        if (node.value().isNull()) {
            return new DispatchTrigger(Map.of());
        }
        node.allow("on.workflow_dispatch", Set.of("inputs"));
        Map<String, Input> inputs = new LinkedHashMap<>();
        node.member("inputs").ifPresent(all -> all.members().forEach((name, input) -> inputs.put(name, input(input))));
        return new DispatchTrigger(inputs);
    }

    private static Input input(WorkflowNode node) {
        if (node.value().isNull()) {
            return new Input("string", false, "", List.of());
        }
        node.allow("an input", KEYS);
        String type = node.text("type").isEmpty() ? "string" : node.text("type");
        if (!Set.of("string", "boolean", "number", "choice").contains(type)) {
            throw node.problem(
                    "inputs of type \"" + type + "\" are not supported; string, boolean, number, choice are");
        }
        List<String> options = node.textItems("options");
        if (type.equals("choice") && options.isEmpty()) {
            throw node.problem("an input of type choice needs options");
        }
        String otherwise = node.text("default");
        boolean first = type.equals("choice") && otherwise.isEmpty() && !node.flag("required");
        return new Input(type, node.flag("required"), first ? options.get(0) : otherwise, options);
    }

    /**
     * The inputs of a run, from what was given.
     *
     * @throws IllegalArgumentException when one is missing, unknown, or not of its type
     */
    public Obj resolve(Map<String, String> given) {
        for (String name : given.keySet()) {
            if (!inputs.containsKey(name)) {
                throw new IllegalArgumentException(
                        "Unexpected inputs provided: [\"" + name + "\"]; the workflow takes " + inputs.keySet());
            }
        }
        Obj.Builder resolved = Obj.builder();
        inputs.forEach((name, input) -> resolved.put(name, input.value(name, given.getOrDefault(name, ""))));
        return resolved.build();
    }
}
