package dev.fluxlab.course;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A text that is accepted as it is (case and outer space aside), or a pattern between slashes. */
public record Accepted(String text) {

    private static final int LONGEST_ANSWER = 2_000;

    public Accepted {
        if (isPattern(text)) {
            compile(text);
        }
    }

    /** Whether an answer is accepted; what lies beyond the longest answer is not read. */
    public boolean accepts(String given) {
        String bounded = given.strip();
        if (bounded.length() > LONGEST_ANSWER) {
            bounded = bounded.substring(0, LONGEST_ANSWER);
        }
        return isPattern(text)
                ? compile(text).matcher(bounded).find()
                : bounded.toLowerCase(Locale.ROOT).equals(text.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isPattern(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    private static Pattern compile(String text) {
        try {
            return Pattern.compile(text.substring(1, text.length() - 1), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern " + text + " cannot compile: " + e.getDescription(), e);
        }
    }
}
