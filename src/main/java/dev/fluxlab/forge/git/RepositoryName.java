package dev.fluxlab.forge.git;

import dev.fluxlab.http.RequestRefused;
import java.util.regex.Pattern;

/** A repository's name: one part, or owner and repository. It can never climb. */
public record RepositoryName(String value) {

    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,99}/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    public RepositoryName {
        if (!FORM.matcher(value).matches()
                || value.contains("..")
                || value.contains(".git/")
                || value.endsWith(".git")) {
            throw new RequestRefused(
                    400, "\"" + value + "\" is no repository name: OWNER/NAME, of letters, digits, dots and dashes");
        }
    }

    /** The owner, or empty text when the name has none. */
    public String owner() {
        int slash = value.indexOf('/');
        return slash < 0 ? "" : value.substring(0, slash);
    }

    /** The name without its owner. */
    public String shortName() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
