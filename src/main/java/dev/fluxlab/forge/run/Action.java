package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.workflow.Step;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An action that workflows may use. */
interface Action {

    /** The inputs it knows; others are refused by name. */
    Set<String> inputs();

    /** What it gives as outputs. */
    Obj run(Call call) throws IOException, StepFailed;

    /** One use of an action, its inputs evaluated. */
    record Call(Step step, Map<String, String> with, JobState job) {

        String input(String name) {
            return with.getOrDefault(name, "").strip();
        }

        String input(String name, String otherwise) {
            return input(name).isEmpty() ? otherwise : input(name);
        }

        String required(String name) throws StepFailed {
            if (input(name).isEmpty()) {
                throw new StepFailed(step.place() + ": " + step.uses() + " needs the input \"" + name + "\"");
            }
            return input(name);
        }

        /** An input of several values, by line or comma. */
        List<String> list(String name) {
            return Arrays.stream(input(name).split("[\\n,]", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }

        /** An input of NAME=VALUE lines. */
        Map<String, String> pairs(String name) {
            Map<String, String> pairs = new java.util.LinkedHashMap<>();
            input(name)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.contains("="))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        pairs.put(line.substring(0, equals), line.substring(equals + 1));
                    });
            return pairs;
        }

        void checkInputs(Set<String> known) throws StepFailed {
            Optional<String> unknown =
                    with.keySet().stream().filter(name -> !known.contains(name)).findFirst();
            if (unknown.isPresent()) {
                throw new StepFailed(step.place() + ": the input \"" + unknown.get() + "\" of " + step.uses()
                        + " is not supported; supported are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    static Obj noOutputs() {
        return Obj.EMPTY;
    }

    static Obj output(String name, String value) {
        return Obj.of(name, Json.string(value));
    }
}
