package dev.fluxlab.lineage;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Commit;
import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.Kind;
import java.util.Map;
import java.util.Optional;

/** The links from the tag in Git to the bot that wrote it and the revision that Flux applied. */
final class FleetJoints {

    private FleetJoints() {}

    /** The automation wrote the tag, not a person. */
    static Link writtenByBot(Trail trail) {
        String name = "the automation's commit";
        if (trail.tagInGit().isEmpty()) {
            return Link.notJudged(name, "Git does not have the tag that runs");
        }
        Fleet fleet = trail.world().fleet();
        Optional<Commit> writer =
                fleet.writerOf(trail.tagInGit().get().tag(), trail.tagInGit().get());
        if (writer.isEmpty()) {
            return Link.broken(
                    name, "no commit on main wrote " + trail.tagInGit().get().tag());
        }
        Commit commit = writer.get();
        trail.foundBotCommit(commit);
        String found = commit.shortSha() + " by " + commit.author() + ": " + commit.subject();
        return Fleet.isByFlux(commit)
                ? Link.holds(name, found, Map.of("commit", commit.sha()))
                : Link.broken(name, "the tag was written by hand, in " + found);
    }

    /** The Kustomization has applied a revision of main that contains that commit. */
    static Link applied(Trail trail) {
        String name = "revision that Flux applied";
        String kustomization = "apps-" + trail.environment();
        Optional<Obj> object = trail.world().cluster().find(Kind.KUSTOMIZATION, "flux-system", kustomization);
        if (object.isEmpty()) {
            return Link.broken(name, "there is no Kustomization flux-system/" + kustomization);
        }
        String revision = object.get().text("status", "lastAppliedRevision");
        if (trail.botCommit().isEmpty() || revision.isEmpty()) {
            return Link.notJudged(name, "Kustomization " + kustomization + " has applied \"" + revision + "\"");
        }
        String sha = revision.substring(revision.indexOf(':') + 1);
        return trail.world()
                        .history("fleet")
                        .isReachable(trail.botCommit().get().sha(), sha)
                ? Link.holds(name, kustomization + " applied " + revision, Map.of("revision", revision))
                : Link.broken(
                        name,
                        kustomization + " applied " + revision + ", which does not contain "
                                + trail.botCommit().get().shortSha());
    }
}
