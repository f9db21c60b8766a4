package dev.fluxlab.kube.type;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What names and texts may look like, each with the complaints of the real server. */
final class Formats {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private static final Shape SUBDOMAIN_SHAPE = new Shape(
            SUBDOMAIN,
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character",
            List.of("example.com"));
    private static final Shape LABEL_SHAPE = new Shape(
            LABEL,
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character",
            List.of("my-name", "123-abc"));
    private static final Shape DNS_1035_SHAPE = new Shape(
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                    + " character, and end with an alphanumeric character",
            List.of("my-name", "abc-123"));
    private static final Shape WILDCARD_SHAPE = new Shape(
            "\\*\\." + SUBDOMAIN,
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist"
                    + " of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
            List.of("*.example.com"));
    private static final Shape KEY_SHAPE = new Shape(
            KEY,
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character",
            List.of("MyName", "my.name", "123-abc"));
    private static final Shape LABEL_VALUE_SHAPE = new Shape(
            "(" + KEY + ")?",
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character",
            List.of("MyValue", "my_value", "12345"));
    private static final Shape CONFIG_KEY_SHAPE = new Shape(
            "[-._a-zA-Z0-9]+",
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            List.of("key.name", "KEY_NAME", "key-name"));
    private static final Shape PERCENT_SHAPE = new Shape(
            "[0-9]+%",
            "a valid percent string must be a numeric string followed by an ending '%'", List.of("1%", "93%"));
    private static final Pattern PRINTABLE_NAME = Pattern.compile("[ -<>-~]*");

    private Formats() {}

    /** A check of one text: no complaint means that it is well formed. */
    @FunctionalInterface
    interface Format {
        List<String> complaints(String text);
    }

    /** A pattern with the words that reject what does not match it. */
    private record Shape(Pattern pattern, String source, String words, List<String> examples) {

        Shape(String source, String words, List<String> examples) {
            this(Pattern.compile(source), source, words, examples);
        }

        boolean fits(String text) {
            return pattern.matches(text);
        }

        String complaint() {
            String shown = String.join("',  or '", examples); // comma and two spaces are the real server's
            return words + " (e.g. '" + shown + "', regex used for validation is '" + source + "')";
        }
    }

    static List<String> subdomain(String text) {
        return checked(text, LONGEST_NAME, SUBDOMAIN_SHAPE);
    }

    static List<String> wildcard(String text) {
        return checked(text, LONGEST_NAME, WILDCARD_SHAPE);
    }

    static List<String> dns1035(String text) {
        return checked(text, LONGEST_LABEL, DNS_1035_SHAPE);
    }

    static List<String> label(String text) {
        List<String> complaints = tooLong(text, LONGEST_LABEL);
        if (!LABEL_SHAPE.fits(text)) {
            complaints.add(SUBDOMAIN_SHAPE.fits(text) ? "must not contain dots" : LABEL_SHAPE.complaint());
        }
        return complaints;
    }

    static List<String> labelValue(String text) {
        return checked(text, LONGEST_LABEL, LABEL_VALUE_SHAPE);
    }

    static List<String> percent(String text) {
        return PERCENT_SHAPE.fits(text) ? List.of() : List.of(PERCENT_SHAPE.complaint());
    }

    static List<String> configKey(String text) {
        List<String> complaints = checked(text, LONGEST_NAME, CONFIG_KEY_SHAPE);
        if (text.equals(".") || text.equals("..")) {
            complaints.add("must not be '" + text + "'");
        } else if (text.startsWith("..")) {
            complaints.add("must not start with '..'");
        }
        return complaints;
    }

    /** A key of a label, an annotation or a finalizer: a name, or a subdomain, a slash and a name. */
    static List<String> qualifiedName(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2) {
            return List.of("a valid label key " + KEY_SHAPE.complaint()
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> complaints = new ArrayList<>();
        if (parts.length == 2) {
            List<String> prefix = parts[0].isEmpty() ? List.of("must be non-empty") : subdomain(parts[0]);
            prefix.forEach(complaint -> complaints.add("prefix part " + complaint));
        }
        namePart(parts[parts.length - 1]).forEach(complaint -> complaints.add("name part " + complaint));
        return complaints;
    }

    private static List<String> namePart(String name) {
        List<String> complaints =
                name.isEmpty() ? new ArrayList<>(List.of("must be non-empty")) : tooLong(name, LONGEST_LABEL);
        if (!KEY_SHAPE.fits(name)) {
            complaints.add(KEY_SHAPE.complaint());
        }
        return complaints;
    }

    static List<String> annotationKey(String text) {
        return qualifiedName(text.toLowerCase(Locale.ROOT));
    }

    /** What may stand between two slashes of a URL: names of RBAC kinds. */
    static List<String> pathSegment(String text) {
        if (text.equals(".") || text.equals("..")) {
            return List.of("may not be '" + text + "'");
        }
        return Stream.of("/", "%")
                .filter(text::contains)
                .map(sign -> "may not contain '" + sign + "'")
                .toList();
    }

    static List<String> environmentName(String text) {
        if (text.isEmpty()) {
            return List.of("environment variable name must be non-empty");
        }
        return PRINTABLE_NAME.matches(text)
                ? List.of()
                : List.of("a valid environment variable name must consist only of printable ASCII characters other"
                        + " than '='");
    }

    static List<String> portName(String text) {
        List<String> complaints = tooLong(text, 15);
        if (!text.matches("[-a-z0-9]+")) {
            complaints.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!text.matches("(?s).*[a-z].*")) {
            complaints.add("must contain at least one letter (a-z)");
        }
        if (text.contains("--")) {
            complaints.add("must not contain consecutive hyphens");
        }
        if (text.startsWith("-") || text.endsWith("-")) {
            complaints.add("must not begin or end with a hyphen");
        }
        return complaints;
    }

    private static List<String> checked(String text, int longest, Shape shape) {
        List<String> complaints = tooLong(text, longest);
        if (!shape.fits(text)) {
            complaints.add(shape.complaint());
        }
        return complaints;
    }

    private static List<String> tooLong(String text, int longest) {
        List<String> complaints = new ArrayList<>();
        if (text.length() > longest) {
            complaints.add("must be no more than " + longest + " characters");
        }
        return complaints;
    }
}
