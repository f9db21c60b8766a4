package dev.fluxlab.registry;

import java.util.regex.Pattern;

/** A repository's name as the specification spells it: lower case parts and slashes; it can never climb. */
record RepositoryName(String value) {

    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern FORM = Pattern.compile(PART + "(?:/" + PART + ")*");
    private static final int MAX_LENGTH = 200; // it becomes a file name

    RepositoryName {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new OciException(
                    OciError.NAME_INVALID,
                    "invalid repository name \"" + value + "\": lower case letters and digits, parts separated by /");
        }
    }

    /** The folder of the repository; a plus sign is in no name. */
    String folder() {
        return value.replace('/', '+');
    }

    static RepositoryName ofFolder(String folder) {
        return new RepositoryName(folder.replace('+', '/'));
    }

    @Override
    public String toString() {
        return value;
    }
}
