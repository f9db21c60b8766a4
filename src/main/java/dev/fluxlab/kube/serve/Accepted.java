package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of answer that a client asks for with its Accept header. */
record Accepted(Form form, boolean yaml, String transformVersion) {

    /** What an object is turned into. */
    enum Form {
        FULL,
        TABLE,
        PARTIAL,
        AGGREGATED_DISCOVERY
    }

    static final Accepted JSON = new Accepted(Form.FULL, false, "");

    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/*", "*/*");

    private record Clause(String type, Map<String, String> parameters, double quality) {

        static Clause parse(String text) {
            String[] parts = text.split(";", -1);
            Map<String, String> parameters = new LinkedHashMap<>();
            double quality = 1;
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(
                            part.substring(0, equals).trim(),
                            part.substring(equals + 1).trim());
                }
            }
            try {
                quality = Double.parseDouble(parameters.getOrDefault("q", "1"));
            } catch (NumberFormatException e) {
                quality = 0; // an unreadable quality ranks last, as Go's parser leaves it
            }
            return new Clause(parts[0].trim(), parameters, quality);
        }
    }

    static Accepted of(Exchange exchange) {
        String header = String.join(",", exchange.headers("Accept"));
        if (header.isBlank()) {
            return JSON;
        }
        List<Clause> clauses = new ArrayList<>();
        for (String text : header.split(",", -1)) {
            clauses.add(Clause.parse(text.trim()));
        }
        clauses.sort(Comparator.comparingDouble(Clause::quality).reversed());
        return clauses.stream()
                .flatMap(clause -> accepted(clause).stream())
                .findFirst()
                .orElseThrow(Refusals::notAcceptable);
    }

    private static Optional<Accepted> accepted(Clause clause) {
        boolean yaml = clause.type().equals("application/yaml");
        if (!yaml && !JSON_TYPES.contains(clause.type())) {
            return Optional.empty();
        }
        String as = clause.parameters().getOrDefault("as", "");
        String group = clause.parameters().getOrDefault("g", "");
        String version = clause.parameters().getOrDefault("v", "");
        if (as.isEmpty()) {
            return Optional.of(new Accepted(Form.FULL, yaml, ""));
        }
        return form(as, group, version).map(form -> new Accepted(form, yaml, version));
    }

    private static Optional<Form> form(String as, String group, String version) {
        boolean meta = group.equals(Refusals.META) && (version.equals("v1") || version.equals("v1beta1"));
        return switch (as) {
            case "Table" -> meta ? Optional.of(Form.TABLE) : Optional.empty();
            case "PartialObjectMetadata", "PartialObjectMetadataList" -> meta
                    ? Optional.of(Form.PARTIAL)
                    : Optional.empty();
            case "APIGroupDiscoveryList" -> group.equals("apidiscovery.k8s.io") && version.equals("v2")
                    ? Optional.of(Form.AGGREGATED_DISCOVERY)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }
}
