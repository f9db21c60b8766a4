package dev.fluxlab.flux.source;

import com.google.re2j.Pattern;
import java.util.Optional;

/** One line of gitignore, for the folder it was found in. */
final class IgnorePattern {

    private static final String QUOTED = "\\.[]{}()+-^$|";

    private final Pattern pattern;
    private final boolean exclude;
    private final boolean foldersOnly;

    private IgnorePattern(Pattern pattern, boolean exclude, boolean foldersOnly) {
        this.pattern = pattern;
        this.exclude = exclude;
        this.foldersOnly = foldersOnly;
    }

    /** The pattern of a line; none for a comment or an empty line. */
    static Optional<IgnorePattern> parse(String line, String folder) {
        String text = line.stripTrailing();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean exclude = !text.startsWith("!");
        String rest = exclude ? text : text.substring(1);
        boolean foldersOnly = rest.endsWith("/");
        String glob = foldersOnly ? rest.substring(0, rest.length() - 1) : rest;
        return Optional.of(new IgnorePattern(Pattern.compile(regex(glob, folder)), exclude, foldersOnly));
    }

    private static String regex(String glob, String folder) {
        String below = folder.isEmpty() ? "" : quote(folder) + "/";
        String anywhere = glob.contains("/") ? "" : "(?:.*/)?";
        return below + anywhere + translate(glob.startsWith("/") ? glob.substring(1) : glob);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        text.chars().forEach(c -> quoted.append(quote((char) c)));
        return quoted.toString();
    }

    private static String quote(char c) {
        return QUOTED.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }

    private static String translate(String glob) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            at += translate(glob, at, regex);
        }
        return regex.toString();
    }

    /** Translates what stands at the place; returns how much it was. */
    private static int translate(String glob, int at, StringBuilder regex) {
        if (glob.startsWith("**/", at)) {
            regex.append("(?:.*/)?");
            return 3;
        }
        if (glob.startsWith("**", at)) {
            regex.append(".*");
            return 2;
        }
        char c = glob.charAt(at);
        if (c == '*' || c == '?') {
            regex.append(c == '*' ? "[^/]*" : "[^/]");
        } else if (c == '[' && glob.indexOf(']', at + 1) > 0) {
            int end = glob.indexOf(']', at + 1);
            regex.append(glob, at, end + 1);
            return end + 1 - at;
        } else {
            regex.append(quote(c));
        }
        return 1;
    }

    boolean excludes() {
        return exclude;
    }

    /** Whether the file, or a folder on the way to it, is meant. */
    boolean matches(String file) {
        for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
            if (pattern.matches(file.substring(0, slash))) {
                return true;
            }
        }
        return !foldersOnly && pattern.matches(file);
    }
}
