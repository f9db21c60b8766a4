package dev.fluxlab.lineage;

import dev.fluxlab.document.Json;
import java.util.Map;
import java.util.Optional;

/** The link to the release that the promotion wrote down. */
final class ReleaseJoint {

    private ReleaseJoint() {}

    /** A release is named for the tag, and its notes name the digest that runs. */
    static Link release(Trail trail) {
        String name = "release record";
        String tag = trail.running().tag();
        Optional<Json> release = trail.world().actions().releases(trail.app()).stream()
                .filter(each -> each.text("tag_name").equals(tag))
                .findFirst();
        if (release.isEmpty()) {
            return Link.broken(name, "no release of " + trail.app() + " is named " + tag);
        }
        String notes = release.get().text("body");
        if (trail.digest().isEmpty()) {
            return Link.notJudged(name, "it is not known which digest runs");
        }
        return notes.contains(trail.digest().get())
                ? Link.holds(name, "release " + tag + " records this digest", Map.of("release", tag))
                : Link.broken(
                        name,
                        "release " + tag + " does not record " + trail.digest().get());
    }
}
