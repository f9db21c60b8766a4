package dev.fluxlab.flux.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a policy orders candidates: by version within a range, by text, or by number. */
sealed interface TagOrder {

    /**
     * The last of the candidates in this order.
     *
     * @throws ElectionException when there is none
     */
    String latest(List<String> candidates);

    record BySemver(VersionRange range) implements TagOrder {
        @Override
        public String latest(List<String> candidates) {
            Optional<Version> latest = Optional.empty();
            for (String candidate : candidates) {
                Optional<Version> version = Version.ofTag(candidate).filter(range::admits);
                if (version.isPresent() && (latest.isEmpty() || version.get().compareTo(latest.get()) > 0)) {
                    latest = version;
                }
            }
            return latest.orElseThrow(ElectionException::noneInRange).text();
        }
    }

    record ByText(boolean ascending) implements TagOrder {
        @Override
        public String latest(List<String> candidates) {
            Comparator<String> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return candidates.stream().max(order).orElseThrow(ElectionException::noCandidates);
        }
    }

    record ByNumber(boolean ascending) implements TagOrder {
        // Of equal numbers the one visited last wins, and every candidate has to be a number.
        @Override
        public String latest(List<String> candidates) {
            String latest = candidates.get(0);
            double highest = GoFloat.parse(latest);
            for (String candidate : candidates.subList(1, candidates.size())) {
                double number = GoFloat.parse(candidate);
                boolean behind = ascending ? number < highest : number > highest;
                latest = behind ? latest : candidate;
                highest = behind ? highest : number;
            }
            return latest;
        }
    }

    static boolean ascending(String order) {
        return switch (order.toUpperCase(Locale.ROOT)) {
            case "", "ASC" -> true;
            case "DESC" -> false;
            default -> throw ElectionException.invalidPolicy("invalid order argument provided: '"
                    + order.toUpperCase(Locale.ROOT) + "', must be one of: ASC, DESC");
        };
    }
}
