package dev.fluxlab.flux.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A semver range: groups joined by {@code ||}, each a list of bounds that must all hold. */
record VersionRange(List<List<VersionBound>> groups) {

    private static final int MAX_BYTES = 512;
    private static final int MAX_GROUPS = 32;

    private static final String BOUND = VersionBound.OPERATORS + "\\s*(" + VersionBound.VERSION + ")";
    private static final Pattern ONE = Pattern.compile(BOUND);
    private static final Pattern GROUP = Pattern.compile("(\\s*" + BOUND + "\\s*)((?:\\s+|,\\s*)" + BOUND + "\\s*)*");
    private static final Pattern HYPHEN =
            Pattern.compile("\\s*(" + VersionBound.VERSION + ")\\s+-\\s+(" + VersionBound.VERSION + ")\\s*");

    VersionRange {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static VersionRange parse(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw ElectionException.invalidPolicy("constraint string is too long (max " + MAX_BYTES + " bytes)");
        }
        String[] segments = withoutHyphens(text).split("\\|\\|", -1);
        if (segments.length > MAX_GROUPS) {
            throw ElectionException.invalidPolicy("too many constraint groups (max " + MAX_GROUPS + ")");
        }
        List<List<VersionBound>> groups = new ArrayList<>();
        for (String segment : segments) {
            groups.add(group(segment));
        }
        return new VersionRange(groups);
    }

    private static List<VersionBound> group(String segment) {
        if (!GROUP.matches(segment)) {
            throw ElectionException.invalidPolicy("improper constraint: " + GoQuote.quote(segment));
        }
        List<VersionBound> bounds = new ArrayList<>();
        Matcher matcher = ONE.matcher(segment);
        while (matcher.find()) {
            bounds.add(VersionBound.parse(matcher.group()));
        }
        return bounds;
    }

    private static String withoutHyphens(String text) {
        Matcher matcher = HYPHEN.matcher(text);
        StringBuilder rewritten = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            rewritten.append(text, done, matcher.start());
            rewritten
                    .append(">= ")
                    .append(matcher.group(1))
                    .append(", <= ")
                    .append(matcher.group(11))
                    .append(' ');
            done = matcher.end();
        }
        return rewritten.append(text.substring(done)).toString();
    }

    boolean admits(Version version) {
        return groups.stream().anyMatch(group -> admits(group, version));
    }

    // One bound with a pre-release part opens its whole group to pre-releases.
    private static boolean admits(List<VersionBound> group, Version version) {
        if (version.isPreRelease()
                && group.stream().noneMatch(one -> one.bound().isPreRelease())) {
            return false;
        }
        return group.stream().allMatch(one -> one.admits(version));
    }
}
