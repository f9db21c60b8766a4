package dev.fluxlab.flux.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern with Go's template expansion. Group names are kept here because Go's expansion takes the longest run of
 * letters after {@code $} and because a name may be given twice, of which RE2/J has neither.
 */
final class GoPattern {

    private static final Pattern NAMED_GROUP =
            Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]|(\\(\\?P?<(\\w+)>)|\\((\\?)?");

    private final Pattern pattern;
    private final List<String> groupNames;

    private GoPattern(Pattern pattern, List<String> groupNames) {
        this.pattern = pattern;
        this.groupNames = groupNames;
    }

    /** Throws RE2/J's PatternSyntaxException, whose message is Go's. */
    static GoPattern compile(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder unnamed = new StringBuilder();
        Matcher matcher = NAMED_GROUP.matcher(text);
        int done = 0;
        while (matcher.find()) {
            unnamed.append(text, done, matcher.start());
            unnamed.append(matcher.group(1) == null ? matcher.group() : "(");
            done = matcher.end();
            if (matcher.group(1) != null) {
                names.add(matcher.group(2));
            } else if (matcher.group().equals("(")) {
                names.add("");
            }
        }
        unnamed.append(text.substring(done));
        return new GoPattern(compile(text, unnamed.toString()), names);
    }

    private static Pattern compile(String text, String unnamed) {
        try {
            return Pattern.compile(unnamed);
        } catch (com.google.re2j.PatternSyntaxException e) {
            Pattern.compile(text); // the error should quote what the user wrote
            throw e;
        }
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    String expand(String template, Matcher match) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                return expanded.append(template.substring(at)).toString();
            }
            expanded.append(template, at, dollar);
            at = reference(template, dollar, match, expanded);
        }
        return expanded.toString();
    }

    private int reference(String template, int dollar, Matcher match, StringBuilder expanded) {
        String rest = template.substring(dollar + 1);
        if (rest.startsWith("$")) {
            expanded.append('$');
            return dollar + 2;
        }
        boolean braced = rest.startsWith("{");
        int start = braced ? 1 : 0;
        int end = start;
        while (end < rest.length() && isNamePart(rest.charAt(end))) {
            end++;
        }
        boolean closed = !braced || rest.startsWith("}", end);
        if (end == start || !closed) {
            expanded.append('$');
            return dollar + 1;
        }
        expanded.append(value(rest.substring(start, end), match).orElse(""));
        return dollar + 1 + end + (braced ? 1 : 0);
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private Optional<String> value(String name, Matcher match) {
        if (name.chars().allMatch(Character::isDigit)) {
            return name.length() < 9 ? group(Integer.parseInt(name), match) : Optional.empty();
        }
        for (int i = 0; i < groupNames.size(); i++) {
            Optional<String> value = groupNames.get(i).equals(name) ? group(i + 1, match) : Optional.empty();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> group(int number, Matcher match) {
        return number <= match.groupCount() ? Optional.ofNullable(match.group(number)) : Optional.empty();
    }
}
