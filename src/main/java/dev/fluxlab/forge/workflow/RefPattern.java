package dev.fluxlab.forge.workflow;

import java.util.List;
import java.util.regex.Pattern;

/** The patterns of branches, tags and paths: * within a part, ** across, ? + and [] as in a filter of GitHub. */
final class RefPattern {

    private RefPattern() {}

    /** Whether the name is matched; a later pattern with ! takes back what an earlier one matched. */
    static boolean anyMatches(List<String> patterns, String name) {
        boolean matched = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (translate(negated ? pattern.substring(1) : pattern)
                    .matcher(name)
                    .matches()) {
                matched = !negated;
            }
        }
        return matched;
    }

    private static Pattern translate(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char sign = pattern.charAt(i);
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (sign == '*') {
                regex.append("[^/]*");
            } else if ("?+[]".indexOf(sign) >= 0) {
                regex.append(sign);
            } else {
                regex.append(Pattern.quote(String.valueOf(sign)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
