package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Reconciliation;
import dev.fluxlab.world.view.WorldView;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a new world begins with: the repositories, the first releases, and a cluster tied to the fleet. */
final class Beginning {

    private static final List<String> APPS = List.of("backend", "frontend");

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOMENTS = 30;

    private final WorldFolder folder;
    private final WorldOptions options;
    private final WorldClock clock;
    private final Progress progress;

    Beginning(WorldFolder folder, WorldOptions options, WorldClock clock, Progress progress) {
        this.folder = folder;
        this.clock = clock;
        this.options = options;
        this.progress = progress;
    }

    void make(Servers servers, Secrets secrets, Access access) {
        Bootstrap.Settings settings = servers.settings(secrets);
        RepositorySeed seed = new RepositorySeed(folder.cache(), secrets.login("instructor"));
        FirstReleases releases = new FirstReleases(access);
        progress.step("building the first releases");
        for (String app : APPS) {
            seed.push(options.seeds().resolve(app), access.repository(app), List.of("main", "develop"), Map.of());
        }
        releases.await(APPS);
        progress.step("promoting them to production");
        releases.promote(APPS);
        progress.step("tying the cluster to the fleet");
        Path fleet = options.seeds().resolve("fleet");
        seed.push(fleet, access.repository("fleet"), List.of("main"), releases.tags(APPS));
        tie(settings, access);
        progress.step("waiting for Flux to apply it");
        awaitReady(access);
    }

    /** Moves time on until every environment is as the fleet says: what Flux retries, it retries at once. */
    private void awaitReady(Access access) {
        try (WorldView view = WorldView.of(access, clock)) {
            for (int moment = 0; moment < MOMENTS && !isReady(view); moment++) {
                clock.advance(MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the world was made; start it again", e);
        }
    }

    private static boolean isReady(WorldView view) {
        return Bootstrap.ENVIRONMENTS.stream().allMatch(environment -> view.cluster()
                .find(Kind.KUSTOMIZATION, Bootstrap.NAMESPACE, "apps-" + environment)
                .filter(apps -> Reconciliation.answerOf(apps).isReady())
                .isPresent());
    }

    private static void tie(Bootstrap.Settings settings, Access access) {
        Config config = Config.fromKubeconfig(access.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            Bootstrap bootstrap = new Bootstrap(client);
            bootstrap.prepare(settings);
            bootstrap.tie(settings);
        }
    }
}
