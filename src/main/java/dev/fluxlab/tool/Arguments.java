package dev.fluxlab.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line, as cobra and pflag read them: flags anywhere, {@code --name=value} or {@code --name value},
 * single letters, and {@code --} before words that are no flags. Real tools refuse a flag they do not know, so do these.
 */
final class Arguments {

    private final List<String> positional = new ArrayList<>();
    private final Map<String, List<String>> flags = new HashMap<>();

    private Arguments() {}

    /**
     * What flags a tool takes.
     *
     * @param values flags that take a value, by their long name
     * @param switches flags that take none
     * @param letters the long name of each single letter
     */
    record Syntax(Set<String> values, Set<String> switches, Map<String, String> letters) {

        Syntax {
            values = Set.copyOf(values);
            switches = Set.copyOf(switches);
            letters = Map.copyOf(letters);
        }
    }

    static Arguments parse(List<String> words, Syntax syntax) {
        Arguments arguments = new Arguments();
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.positional.addAll(words.subList(i + 1, words.size()));
                return arguments;
            }
            i += word.startsWith("-") && word.length() > 1
                    ? arguments.flag(
                            word, i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty(), syntax)
                    : arguments.word(word);
        }
        return arguments;
    }

    private int word(String word) {
        positional.add(word);
        return 1;
    }

    /** Reads one flag and returns how many words it took. */
    private int flag(String word, Optional<String> next, Syntax syntax) {
        boolean isLong = word.startsWith("--");
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        String letter = isLong ? "" : word.substring(1, 2);
        String name = isLong ? typed.substring(2) : syntax.letters().getOrDefault(letter, "");
        if (syntax.switches().contains(name)) {
            put(name, equals < 0 ? "true" : word.substring(equals + 1));
            return 1;
        }
        if (!syntax.values().contains(name)) {
            throw new ToolFailure(
                    1, isLong ? "unknown flag: " + typed : "unknown shorthand flag: '" + letter + "' in " + word);
        }
        Optional<String> attached = attached(word, isLong, equals);
        if (attached.isPresent()) {
            put(name, attached.get());
            return 1;
        }
        put(name, next.orElseThrow(() -> new ToolFailure(1, "flag needs an argument: " + typed)));
        return 2;
    }

    private static Optional<String> attached(String word, boolean isLong, int equals) {
        if (equals >= 0) {
            return Optional.of(word.substring(equals + 1));
        }
        return !isLong && word.length() > 2 ? Optional.of(word.substring(2)) : Optional.empty();
    }

    private void put(String name, String value) {
        flags.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    List<String> positional() {
        return positional;
    }

    Optional<String> positional(int index) {
        return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
    }

    boolean has(String flag) {
        return flags.containsKey(flag) && !value(flag).equals(Optional.of("false"));
    }

    /** The value given last. */
    Optional<String> value(String flag) {
        List<String> given = all(flag);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    String value(String flag, String otherwise) {
        return value(flag).orElse(otherwise);
    }

    List<String> all(String flag) {
        return flags.getOrDefault(flag, List.of());
    }
}
