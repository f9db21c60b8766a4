package dev.fluxlab.kube.type;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backslash sequences of CEL texts, both as a rule is written and as Kubernetes escapes names of fields. */
final class CelEscapes {

    private static final Pattern SEQUENCE =
            Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|(.))");
    private static final Map<String, String> LETTERS =
            Map.of("n", "\n", "t", "\t", "r", "\r", "b", "\b", "f", "\f", "a", "\u0007", "v", "\u000b");

    /** A field that CEL cannot name is written with these instead of the signs. */
    private static final Map<String, String> FIELD_SIGNS =
            Map.of("__underscores__", "__", "__dot__", ".", "__dash__", "-", "__slash__", "/");

    private CelEscapes() {}

    static String resolve(String text) {
        return SEQUENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(resolved(match)));
    }

    private static String resolved(MatchResult match) {
        if (match.group(4) != null) {
            return LETTERS.getOrDefault(match.group(4), match.group(4));
        }
        String hex = match.group(1) != null ? match.group(1) : match.group(2);
        return Character.toString(hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(match.group(3), 8));
    }

    /** The name of the field that a rule means by an identifier. */
    static String field(String identifier) {
        String name = identifier;
        for (Map.Entry<String, String> sign : FIELD_SIGNS.entrySet()) {
            name = name.replace(sign.getKey(), sign.getValue());
        }
        boolean reserved = name.startsWith("__") && name.endsWith("__") && name.length() > 4;
        return reserved ? name.substring(2, name.length() - 2) : name;
    }
}
