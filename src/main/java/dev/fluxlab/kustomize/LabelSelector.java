package dev.fluxlab.kustomize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A selector over labels or annotations, as {@code kubectl -l} takes it. */
final class LabelSelector {

    private static final Pattern IN = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALS = Pattern.compile("([^!=\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*([^!=\\s()]+)");

    private final List<String> requirements;

    LabelSelector(String text) {
        // commas within parentheses part values, not requirements
        requirements = text.isBlank() ? List.of() : List.of(text.split(",(?![^(]*\\))", -1));
    }

    boolean matches(Map<String, String> texts) {
        return requirements.stream().allMatch(requirement -> holds(requirement.trim(), texts));
    }

    private static boolean holds(String requirement, Map<String, String> texts) {
        Matcher in = IN.matcher(requirement);
        if (in.matches()) {
            List<String> values =
                    Arrays.stream(in.group(3).split(",", -1)).map(String::trim).toList();
            boolean isIn = texts.containsKey(in.group(1)) && values.contains(texts.get(in.group(1)));
            return isIn == in.group(2).equals("in");
        }
        Matcher equals = EQUALS.matcher(requirement);
        if (equals.matches()) {
            boolean same = equals.group(3).equals(texts.get(equals.group(1)));
            return same != equals.group(2).equals("!=");
        }
        Matcher exists = EXISTS.matcher(requirement);
        if (exists.matches()) {
            return texts.containsKey(exists.group(2)) == exists.group(1).isEmpty();
        }
        throw new KustomizeException("unable to parse requirement: found '" + requirement + "', expected: a key, "
                + "an operator and values");
    }
}
