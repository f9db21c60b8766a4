package dev.fluxlab.world.view;

import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run of everything between a tag in the registry and a pod: scan, policy, automation, source, Kustomization, each
 * asked to reconcile now and waited for.
 */
public final class AutomationRun {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String FLUX_SYSTEM = "flux-system";

    private final Cluster cluster;
    private final Reconciliation reconciliation;

    AutomationRun(Cluster cluster, Reconciliation reconciliation) {
        this.cluster = cluster;
        this.reconciliation = reconciliation;
    }

    /** An object of the chain that did not answer, or is not ready. */
    public record Stop(Kind kind, String namespace, String name, String why) {

        @Override
        public String toString() {
            return kind + " " + namespace + "/" + name + ": " + why;
        }
    }

    private record Link(Kind kind, String namespace, String name) {}

    /** Runs the chain for an application of an environment; says where it stopped, if it did. */
    public Optional<Stop> of(String environment, String app) {
        List<Link> links = List.of(
                new Link(Kind.IMAGE_REPOSITORY, FLUX_SYSTEM, app),
                new Link(Kind.IMAGE_POLICY, environment, app),
                new Link(Kind.IMAGE_UPDATE_AUTOMATION, environment, app),
                new Link(Kind.GIT_REPOSITORY, FLUX_SYSTEM, FLUX_SYSTEM),
                new Link(Kind.KUSTOMIZATION, FLUX_SYSTEM, "apps-" + environment));
        return links.stream().flatMap(link -> stopAt(link).stream()).findFirst();
    }

    private Optional<Stop> stopAt(Link link) {
        Optional<Obj> object = cluster.find(link.kind(), link.namespace(), link.name());
        if (object.isEmpty()) {
            return stop(link, "does not exist");
        }
        if (Reconciliation.isSuspended(object.get())) {
            return Optional.empty(); // what is suspended does not run, and the chain goes on without it, as in life
        }
        Optional<Reconciliation.Answer> answer =
                reconciliation.request(link.kind(), link.namespace(), link.name(), BOUND);
        if (answer.isEmpty()) {
            return stop(link, "did not answer within " + BOUND.toSeconds() + " s");
        }
        return answer.get().isReady()
                ? Optional.empty()
                : stop(link, answer.get().message());
    }

    private static Optional<Stop> stop(Link link, String why) {
        return Optional.of(new Stop(link.kind(), link.namespace(), link.name(), why));
    }
}
