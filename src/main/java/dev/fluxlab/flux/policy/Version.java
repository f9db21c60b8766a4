package dev.fluxlab.flux.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** A semantic version, with the text it was read from. */
record Version(long major, long minor, long patch, String preRelease, String text) implements Comparable<Version> {

    private static final int MAX_LENGTH = 256;

    private static final Pattern FORM = Pattern.compile("v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?"
            + "(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The version a text says, missing parts read as 0. */
    static Optional<Version> lenient(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        String preRelease = matcher.group(5) == null ? "" : matcher.group(5);
        if (!validPreRelease(preRelease)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Version(
                    part(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3)), preRelease, text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** The version a tag says; tags need all three parts. */
    static Optional<Version> ofTag(String tag) {
        return tag.split("\\.", 3).length == 3 ? lenient(tag) : Optional.empty();
    }

    private static long part(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return 0;
        }
        return Long.parseUnsignedLong(text.startsWith(".") ? text.substring(1) : text);
    }

    private static boolean validPreRelease(String preRelease) {
        if (preRelease.isEmpty()) {
            return true;
        }
        for (String identifier : preRelease.split("\\.", -1)) {
            boolean leadingZero = identifier.length() > 1 && identifier.startsWith("0");
            if (leadingZero && NUMBER.matches(identifier)) {
                return false;
            }
        }
        return true;
    }

    boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compareUnsigned(major, other.major);
        order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
        return order != 0 ? order : comparePreReleases(preRelease, other.preRelease);
    }

    static int comparePreReleases(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty()); // a release is above its own pre-releases
        }
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareIdentifiers(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareIdentifiers(String left, String right) {
        Optional<Long> leftNumber = number(left);
        Optional<Long> rightNumber = number(right);
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return Long.compareUnsigned(leftNumber.get(), rightNumber.get());
        }
        if (leftNumber.isEmpty() && rightNumber.isEmpty()) {
            return left.compareTo(right);
        }
        return leftNumber.isPresent() ? -1 : 1;
    }

    private static Optional<Long> number(String identifier) {
        try {
            return NUMBER.matches(identifier) ? Optional.of(Long.parseUnsignedLong(identifier)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
