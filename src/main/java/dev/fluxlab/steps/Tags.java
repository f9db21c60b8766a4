package dev.fluxlab.steps;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of the course: {@code ENV-vX.Y.Z-COMMIT-TIME} is tied to one build, every other one can move. */
final class Tags {

    private static final Pattern FULL = Pattern.compile("([a-z]+)-v([0-9]+\\.[0-9]+\\.[0-9]+)-([a-f0-9]+)-([0-9]+)");

    private Tags() {}

    static boolean isFull(String tag) {
        return FULL.matcher(tag).matches();
    }

    static boolean isOf(String family, String tag) {
        Matcher matcher = FULL.matcher(tag);
        return matcher.matches() && matcher.group(1).equals(family);
    }

    /** The short commit in the tag. */
    static Optional<String> commit(String tag) {
        Matcher matcher = FULL.matcher(tag);
        return matcher.matches() ? Optional.of(matcher.group(3)) : Optional.empty();
    }
}
