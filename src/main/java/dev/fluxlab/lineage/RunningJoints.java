package dev.fluxlab.lineage;

import dev.fluxlab.world.view.Fleet.TagInGit;
import dev.fluxlab.world.view.Running;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The links between pods, Git and the registry. */
final class RunningJoints {

    private RunningJoints() {}

    /** All pods run one digest, which the container runtime reports. */
    static Link pods(Trail trail) {
        Running running = trail.running();
        String name = "pods → digest";
        if (running.pods().isEmpty()) {
            return Link.broken(name, "no pod of " + running.app() + " runs in " + running.environment());
        }
        if (running.digests().size() != 1) {
            return Link.broken(
                    name,
                    running.digests().isEmpty()
                            ? "no pod reports a digest: " + running.describe()
                            : "pods run different digests: " + String.join(", ", running.digests()));
        }
        String digest = running.digests().iterator().next();
        trail.foundDigest(digest);
        return Link.holds(
                name,
                running.pods().size() + " pods run " + digest,
                running.pods().stream().collect(Collectors.toMap(Running.Pod::name, Running.Pod::uid, (a, b) -> a)));
    }

    /** The pods' tag is the one on main of the fleet. */
    static Link git(Trail trail) {
        String name = "tag in Git";
        Optional<TagInGit> found = trail.world().fleet().tag(trail.environment(), trail.app());
        if (found.isEmpty()) {
            return Link.broken(name, "main of the fleet names no tag of " + trail.app() + " in " + trail.environment());
        }
        TagInGit inGit = found.get();
        if (!inGit.tag().equals(trail.running().tag())) {
            return Link.broken(
                    name,
                    "the Deployment names " + trail.running().tag() + ", but " + inGit.file() + ":" + inGit.line()
                            + " has " + inGit.tag());
        }
        trail.foundTagInGit(inGit);
        return Link.holds(
                name, inGit.file() + ":" + inGit.line() + " has " + inGit.tag(), Map.of("file", inGit.file()));
    }

    /** The tag names, in the registry, the digest that runs. */
    static Link registry(Trail trail) {
        String name = "digest in the registry";
        if (trail.digest().isEmpty()) {
            return Link.notJudged(name, "it is not known which digest runs");
        }
        String tag = trail.running().tag();
        Optional<String> named = trail.world().images().digest(trail.repository(), tag);
        if (named.isEmpty()) {
            return Link.broken(name, "the registry has no tag " + tag + " of " + trail.repository());
        }
        return named.equals(trail.digest())
                ? Link.holds(name, tag + " names " + named.get(), Map.of("digest", named.get()))
                : Link.broken(
                        name,
                        tag + " names " + named.get() + " now, but "
                                + trail.digest().get() + " runs");
    }
}
