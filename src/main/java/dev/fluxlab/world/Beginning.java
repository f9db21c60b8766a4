package dev.fluxlab.world;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Actions;
import dev.fluxlab.world.view.RunOutcome;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a new world begins with: the repositories, the first releases, and a cluster tied to the fleet. */
final class Beginning {

    private static final List<String> APPS = List.of("backend", "frontend");
    private static final Duration LONGEST_RUN = Duration.ofSeconds(90);

    private final WorldFolder folder;
    private final WorldOptions options;
    private final Progress progress;

    Beginning(WorldFolder folder, WorldOptions options, Progress progress) {
        this.folder = folder;
        this.options = options;
        this.progress = progress;
    }

    void make(Servers servers, Secrets secrets, Access access) {
        progress.step("filling the repositories");
        RepositorySeed seed = new RepositorySeed(folder.cache(), secrets.login("instructor"));
        seed.push(options.seeds().resolve("fleet"), access.repository("fleet"), List.of("main"), Map.of());
        progress.step("building and promoting the first releases");
        firstReleases(seed, access);
        progress.step("tying the cluster to the fleet");
        Config config = Config.fromKubeconfig(access.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            Bootstrap bootstrap = new Bootstrap(client);
            bootstrap.prepare(servers.settings(secrets));
            bootstrap.tie(servers.settings(secrets));
        }
    }

    /** Pushes the services, whose workflows build them, and promotes what was built, so that production has something. */
    private void firstReleases(RepositorySeed seed, Access access) {
        Actions actions = new Actions(access.forge(), access.learner());
        for (String app : APPS) {
            seed.push(options.seeds().resolve(app), access.repository(app), List.of("develop", "main"), Map.of());
        }
        try {
            for (String app : APPS) {
                await(actions, app, actions.newestRun(app) - 1);
                long before = actions.newestRun(app);
                actions.dispatch(app, "promote-production.yml", "main", Obj.EMPTY);
                await(actions, app, before);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the first releases were built", e);
        }
    }

    private static void await(Actions actions, String app, long before) throws InterruptedException {
        RunOutcome outcome = actions.awaitRunAfter(app, before, LONGEST_RUN)
                .orElseThrow(() -> new IllegalStateException("the first release of " + app + " was not built in "
                        + LONGEST_RUN.toSeconds() + " s"));
        if (!outcome.isSuccess()) {
            throw new IllegalStateException(
                    "the first release of " + app + " was not built: " + outcome.lastLines(5));
        }
    }
}
