package dev.fluxlab.flux.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * One comparison of a version range, such as {@code >=1.2} or {@code ~2.x}. {@code open} names the first part that was
 * left out or written as x. The rules are those of Masterminds/semver v3.5, which Flux asks.
 */
record VersionBound(String operator, Version bound, Open open) {

    /** The first part of a bound that may be anything. */
    enum Open {
        NONE,
        PATCH,
        MINOR,
        MAJOR
    }

    static final String OPERATORS = "(!=|>=|=>|<=|=<|~>|=|>|<|~|\\^|)";

    static final String VERSION = "v?([0-9|x|X|*]+)(\\.[0-9|x|X|*]+)?(\\.[0-9|x|X|*]+)?"
            + "(-([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?(\\+([0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*))?";

    private static final Pattern FORM = Pattern.compile("\\s*" + OPERATORS + "\\s*(" + VERSION + ")\\s*");

    static VersionBound parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw ElectionException.invalidPolicy("improper constraint: " + GoQuote.quote(text));
        }
        String major = matcher.group(3);
        Optional<String> minor = part(matcher.group(4));
        Optional<String> patch = part(matcher.group(5));
        String suffix = matcher.group(6) == null ? "" : matcher.group(6);
        if (anything(major)) {
            return new VersionBound(matcher.group(1), version("0.0.0" + suffix), Open.MAJOR);
        }
        if (minor.isEmpty()) {
            return new VersionBound(matcher.group(1), version(major + ".0.0" + suffix), Open.MINOR);
        }
        if (patch.isEmpty()) {
            return new VersionBound(matcher.group(1), version(major + "." + minor.get() + ".0" + suffix), Open.PATCH);
        }
        return new VersionBound(matcher.group(1), version(matcher.group(2)), Open.NONE);
    }

    private static Optional<String> part(@org.jspecify.annotations.Nullable String dotted) {
        return Optional.ofNullable(dotted).map(text -> text.substring(1)).filter(text -> !anything(text));
    }

    private static boolean anything(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    private static Version version(String text) {
        return Version.lenient(text).orElseThrow(() -> ElectionException.invalidPolicy("constraint parser error"));
    }

    boolean admits(Version version) {
        return switch (operator) {
            case "!=" -> differs(version);
            case ">" -> above(version);
            case "<" -> version.compareTo(bound) < 0;
            case ">=", "=>" -> version.compareTo(bound) >= 0;
            case "<=", "=<" -> upTo(version);
            case "~", "~>" -> near(version);
            case "^" -> compatible(version);
            default -> open == Open.NONE ? version.compareTo(bound) == 0 : near(version);
        };
    }

    private boolean differs(Version version) {
        if (open == Open.NONE || version.major() != bound.major()) {
            return version.compareTo(bound) != 0;
        }
        if (open == Open.MINOR) {
            return false;
        }
        if (version.minor() != bound.minor()) {
            return true;
        }
        return Version.comparePreReleases(version.preRelease(), bound.preRelease()) != 0
                || open == Open.MAJOR && version.compareTo(bound) != 0;
    }

    private boolean above(Version version) {
        int major = Long.compareUnsigned(version.major(), bound.major());
        if (open == Open.NONE || open == Open.MAJOR && major == 0) {
            return version.compareTo(bound) > 0;
        }
        if (major != 0 || open == Open.MINOR) {
            return major > 0; // >11 means 12 and up
        }
        return Long.compareUnsigned(version.minor(), bound.minor()) > 0;
    }

    private boolean upTo(Version version) {
        if (open == Open.NONE) {
            return version.compareTo(bound) <= 0;
        }
        int major = Long.compareUnsigned(version.major(), bound.major());
        boolean minorAbove = Long.compareUnsigned(version.minor(), bound.minor()) > 0;
        return major < 0 || major == 0 && (open == Open.MINOR || !minorAbove);
    }

    private boolean near(Version version) {
        if (version.compareTo(bound) < 0) {
            return false;
        }
        boolean zero = bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
        if (zero && open != Open.MINOR && open != Open.PATCH) {
            return true; // ~0.0.0 and * admit everything
        }
        return version.major() == bound.major() && (open == Open.MINOR || version.minor() == bound.minor());
    }

    private boolean compatible(Version version) {
        if (version.compareTo(bound) < 0) {
            return false;
        }
        if (bound.major() != 0 || open == Open.MINOR || version.major() != 0) {
            return version.major() == bound.major();
        }
        if (bound.minor() != 0 || open == Open.PATCH || version.minor() != 0) {
            return version.minor() == bound.minor();
        }
        return version.patch() == bound.patch();
    }
}
