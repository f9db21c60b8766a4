package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Query;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.List;

/** The options of a write, from its query. */
record WriteOptions(boolean dryRun, String manager, FieldValidation validation, boolean force) {

    private static final int LONGEST_MANAGER = 128;

    /** What happens to fields that a kind does not know. */
    enum FieldValidation {
        IGNORE,
        WARN,
        STRICT
    }

    /** The options kind is such as CreateOptions, for the refusal of options that cannot be. */
    static WriteOptions of(Exchange exchange, String kind) {
        Query query = exchange.query();
        return new WriteOptions(
                dryRun(query.all("dryRun"), kind),
                manager(exchange, kind),
                validation(query.get("fieldValidation", ""), kind),
                query.get("force", "").equals("true"));
    }

    static boolean dryRun(List<String> values, String kind) {
        List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
        if (given.stream().anyMatch(value -> !value.equals("All"))) {
            String body = "Unsupported value: [\"" + String.join("\",\"", given) + "\"]: supported values: \"All\"";
            throw Refusals.invalidOptions(kind, new Violation(Reason.NOT_SUPPORTED, "dryRun", body));
        }
        return !given.isEmpty();
    }

    private static String manager(Exchange exchange, String kind) {
        String given = exchange.query().get("fieldManager", "");
        if (given.length() > LONGEST_MANAGER) {
            String body = "Too long: may not be more than " + LONGEST_MANAGER + " bytes";
            throw Refusals.invalidOptions(kind, new Violation(Reason.TOO_LONG, "fieldManager", body));
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            String body = "Invalid value: \"" + given + "\": should only contain printable characters";
            throw Refusals.invalidOptions(kind, new Violation(Reason.INVALID, "fieldManager", body));
        }
        return given;
    }

    /** Who writes when the query does not say: the client's program, as the User-Agent begins. */
    static String userAgent(Exchange exchange) {
        String agent = exchange.header("User-Agent").orElse("").split("/", 2)[0];
        String shortened = agent.substring(0, Math.min(agent.length(), LONGEST_MANAGER));
        return shortened.isEmpty() ? "unknown" : shortened;
    }

    private static FieldValidation validation(String value, String kind) {
        return switch (value) {
            case "", "Warn" -> FieldValidation.WARN;
            case "Strict" -> FieldValidation.STRICT;
            case "Ignore" -> FieldValidation.IGNORE;
            default -> throw Refusals.invalidOptions(
                    kind,
                    new Violation(
                            Reason.NOT_SUPPORTED,
                            "fieldValidation",
                            "Unsupported value: \"" + value
                                    + "\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\""));
        };
    }
}
