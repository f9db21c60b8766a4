package dev.fluxlab.flux.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image policy's rule: which of an image's tags is the latest. */
public final class TagElection {

    private final TagOrder order;

    private TagElection(TagOrder order) {
        this.order = order;
    }

    /**
     * By version within a range.
     *
     * @throws ElectionException when the range is none
     */
    public static TagElection semver(String range) {
        return new TagElection(new TagOrder.BySemver(VersionRange.parse(range)));
    }

    /** By text; the order is asc, desc or empty. */
    public static TagElection alphabetical(String order) {
        return new TagElection(new TagOrder.ByText(TagOrder.ascending(order)));
    }

    /** By number; the order is asc, desc or empty. */
    public static TagElection numerical(String order) {
        return new TagElection(new TagOrder.ByNumber(TagOrder.ascending(order)));
    }

    /** What a policy without any order is told. */
    public static ElectionException withoutOrder() {
        return ElectionException.invalidPolicy("given ImagePolicyChoice object is invalid");
    }

    /**
     * The latest of all tags.
     *
     * @throws ElectionException when no tag is elected
     */
    public String latest(TagList tags) {
        return elect(tags.tags());
    }

    /** The latest of the tags that a pattern finds, compared by what is extracted (empty: the tag itself). */
    public String latest(TagList tags, String pattern, String extract) {
        Map<String, String> kept = TagFilter.compile(pattern, extract).keep(tags.tags());
        String winner = elect(new ArrayList<>(kept.keySet()));
        return Optional.ofNullable(kept.get(winner)).orElse(winner);
    }

    private String elect(List<String> candidates) {
        if (candidates.isEmpty()) {
            throw ElectionException.noCandidates();
        }
        return order.latest(candidates);
    }
}
