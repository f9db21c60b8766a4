package dev.fluxlab.forge.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command that scripts call and the forge carries out. */
interface Tool {

    /** What it prints; a failure ends the command with exit code 1 and its message. */
    String run(Call call) throws IOException, StepFailed;

    /** One call: the words of the command, its options by name, and where it was called. */
    record Call(JobState job, Path where, List<String> words, Map<String, String> options) {

        /**
         * Reads a command line.
         *
         * @param flags options without a value; every other option has one
         */
        static Call read(JobState job, Path where, List<String> arguments, Set<String> flags) throws StepFailed {
            List<String> words = new ArrayList<>();
            Map<String, String> options = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                int equals = argument.indexOf('=');
                if (!argument.startsWith("-") || argument.equals("-")) {
                    words.add(argument);
                } else if (equals > 0) {
                    options.put(argument.substring(0, equals), argument.substring(equals + 1));
                } else if (flags.contains(argument)) {
                    options.put(argument, "true");
                } else if (i + 1 < arguments.size()) {
                    options.put(argument, arguments.get(++i));
                } else {
                    throw new StepFailed("flag needs an argument: " + argument);
                }
            }
            return new Call(job, where, words, options);
        }

        Optional<String> option(String... names) {
            for (String name : names) {
                if (options.containsKey(name)) {
                    return Optional.ofNullable(options.get(name));
                }
            }
            return Optional.empty();
        }

        String word(int index) throws StepFailed {
            if (index >= words.size()) {
                throw new StepFailed("accepts more arguments than the " + words.size() + " given: " + words);
            }
            return words.get(index);
        }

        void allow(String command, Set<String> known) throws StepFailed {
            for (String name : options.keySet()) {
                if (!known.contains(name)) {
                    throw new StepFailed("unknown flag: " + name + " (the lab's " + command + " knows "
                            + String.join(", ", new java.util.TreeSet<>(known)) + ")");
                }
            }
        }
    }
}
