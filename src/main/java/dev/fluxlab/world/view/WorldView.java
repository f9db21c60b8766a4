package dev.fluxlab.world.view;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that can be seen of a world, part by part. */
public final class WorldView implements AutoCloseable {

    /** The repositories of a world. */
    public static final List<String> REPOSITORIES = List.of("fleet", "backend", "frontend");

    private final Access access;
    private final KubernetesClient client;
    private final Cluster cluster;
    private final Images images;
    private final Actions actions;
    private final Reconciliation reconciliation;
    private final Map<String, History> histories = new LinkedHashMap<>();

    private WorldView(Access access, KubernetesClient client, InstantSource clock) {
        this.access = access;
        this.client = client;
        this.cluster = new Cluster(client);
        this.images = new Images(access.registry(), access.learner());
        this.actions = new Actions(access.forge(), access.learner());
        this.reconciliation = new Reconciliation(cluster, clock);
        for (String repository : REPOSITORIES) {
            histories.put(
                    repository,
                    new History(
                            access.cache().resolve(repository + ".git"),
                            access.repository(repository),
                            access.learner()));
        }
    }

    /** The view of the world that can be reached so. */
    public static WorldView of(Access access, InstantSource clock) {
        Config config = Config.fromKubeconfig(new File(access.kubeconfig().toString()));
        return new WorldView(
                access, new KubernetesClientBuilder().withConfig(config).build(), clock);
    }

    public Access access() {
        return access;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Actions actions() {
        return actions;
    }

    public Images images() {
        return images;
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

    /** Somebody who changes a repository, with the learner's account. */
    public Contributor contributor(String repository) {
        history(repository);
        return new Contributor(
                access.cache().resolve("desk").resolve(repository), access.repository(repository), access.learner());
    }

    public Reconciliation reconciliation() {
        return reconciliation;
    }

    public AutomationRun automationRun() {
        return new AutomationRun(cluster, reconciliation);
    }

    @Override
    public void close() {
        client.close();
    }
}
