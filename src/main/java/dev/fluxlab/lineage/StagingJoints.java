package dev.fluxlab.lineage;

import dev.fluxlab.world.view.Commit;
import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links from a digest in production to staging, where it ran before, and to the commit it was built from. */
final class StagingJoints {

    private static final Pattern FULL_TAG = Pattern.compile("([a-z]+)-v[0-9.]+-([a-f0-9]+)-[0-9]+");

    private StagingJoints() {}

    /** A tag of staging's family names the same digest. */
    static Link stagingTag(Trail trail) {
        String name = "staging tag of the same digest";
        if (trail.digest().isEmpty()) {
            return Link.notJudged(name, "it is not known which digest runs");
        }
        List<String> tags =
                trail.world().images().tagsOf(trail.repository(), trail.digest().get());
        Optional<String> staging = tags.stream()
                .filter(tag ->
                        tag.startsWith("staging-") && FULL_TAG.matcher(tag).matches())
                .findFirst();
        staging.ifPresent(trail::foundStagingTag);
        return staging.map(tag -> Link.holds(name, tag + " names it too", Map.of("tags", String.join(" ", tags))))
                .orElseGet(() -> Link.broken(
                        name, "no staging tag names " + trail.digest().get() + "; its tags are " + tags));
    }

    /** Staging ran it first: the bot wrote the tag there before production's, and a ReplicaSet of it exists. */
    static Link ranInStaging(Trail trail) {
        String name = "ran in staging before";
        if (trail.stagingTag().isEmpty()) {
            return Link.notJudged(name, "there is no staging tag to look for");
        }
        String tag = trail.stagingTag().get();
        Fleet fleet = trail.world().fleet();
        Optional<Commit> written = fleet.tag("staging", trail.app()).flatMap(where -> fleet.writerOf(tag, where));
        if (written.isEmpty()) {
            return Link.broken(name, "no commit of the fleet ever wrote " + tag + " into staging");
        }
        Optional<Commit> production = trail.tagInGit().flatMap(where -> fleet.writerOf(where.tag(), where));
        if (production
                .filter(after -> after.when().isBefore(written.get().when()))
                .isPresent()) {
            return Link.broken(
                    name, "staging got " + tag + " in " + written.get().shortSha() + ", after production");
        }
        boolean ran = trail.world().cluster().list(Kind.REPLICA_SET, "staging").stream()
                .anyMatch(set -> set.items("spec", "template", "spec", "containers").stream()
                        .anyMatch(container -> container.text("image").endsWith(":" + tag)));
        return ran
                ? Link.holds(
                        name,
                        "staging was given " + tag + " by " + written.get().shortSha() + " and has a ReplicaSet of it",
                        Map.of("commit", written.get().sha()))
                : Link.notJudged(
                        name, "Git gave staging " + tag + ", but no ReplicaSet there is left to show that it ran");
    }

    /** The image says which commit it was built from, and that commit is on main of its repository. */
    static Link commit(Trail trail) {
        String name = "commit in the service's repository";
        if (trail.digest().isEmpty()) {
            return Link.notJudged(name, "it is not known which digest runs");
        }
        String revision = trail.world()
                .images()
                .annotations(trail.repository(), trail.digest().get())
                .getOrDefault("org.opencontainers.image.revision", "");
        if (revision.isEmpty()) {
            return Link.broken(name, "the image does not say which commit it was built from");
        }
        Matcher tag = FULL_TAG.matcher(trail.running().tag());
        if (tag.matches() && !revision.startsWith(tag.group(2))) {
            return Link.broken(name, "the image was built from " + revision + ", but its tag says " + tag.group(2));
        }
        return trail.world().history(trail.app()).isReachable(revision, "main")
                ? Link.holds(name, revision + " is on main of " + trail.app(), Map.of("commit", revision))
                : Link.broken(name, revision + " is not on main of " + trail.app());
    }
}
