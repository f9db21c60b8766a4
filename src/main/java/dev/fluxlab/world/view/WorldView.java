package dev.fluxlab.world.view;

import java.time.InstantSource;
import java.util.Map;

/** Everything that can be seen of a world, part by part. */
public final class WorldView {

    private final Cluster cluster;
    private final Map<String, History> histories;
    private final Reconciliation reconciliation;

    /**
     * A view.
     *
     * @param histories the repositories by name; one of them is {@code fleet}
     */
    public WorldView(Cluster cluster, Map<String, History> histories, InstantSource clock) {
        this.cluster = cluster;
        this.histories = Map.copyOf(histories);
        this.reconciliation = new Reconciliation(cluster, clock);
        if (!histories.containsKey("fleet")) {
            throw new IllegalArgumentException("a world has a repository fleet, found " + histories.keySet());
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    public Environments environments() {
        return new Environments(cluster);
    }

    public Fleet fleet() {
        return new Fleet(history("fleet"));
    }

    /**
     * The history of a repository.
     *
     * @throws IllegalArgumentException for a repository the world does not have
     */
    public History history(String repository) {
        History history = histories.get(repository);
        if (history == null) {
            throw new IllegalArgumentException(
                    "the world has no repository \"" + repository + "\"; it has " + histories.keySet());
        }
        return history;
    }

    public Reconciliation reconciliation() {
        return reconciliation;
    }

    public AutomationRun automationRun() {
        return new AutomationRun(cluster, reconciliation);
    }
}
