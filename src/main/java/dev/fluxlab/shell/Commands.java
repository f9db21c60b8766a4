package dev.fluxlab.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The commands of a shell by name, and what to say of a name that is none. */
public final class Commands {

    private final Map<String, ShellCommand> byName = new TreeMap<>();

    public Commands(Collection<? extends ShellCommand> commands) {
        commands.forEach(command -> byName.put(command.name(), command));
    }

    public Optional<ShellCommand> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<ShellCommand> all() {
        return byName.values();
    }

    /** The name nearest to one that was mistyped, when there is a near one. */
    public Optional<String> nearest(String typed) {
        return byName.keySet().stream()
                .min(Comparator.comparingInt(name -> distance(name, typed)))
                .filter(name -> distance(name, typed) <= Math.max(2, typed.length() / 3));
    }

    /** The number of letters to change, add or take away to make one word of the other. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substitution = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[other.length()];
    }

    List<String> completions(List<String> words) {
        if (words.size() <= 1) {
            return List.copyOf(byName.keySet());
        }
        return find(words.get(0))
                .map(command -> command.completions(words.subList(1, words.size())))
                .orElse(List.of());
    }
}
