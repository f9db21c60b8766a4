package dev.fluxlab.world;

import dev.fluxlab.world.view.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;

/** What a new world begins with: the repositories, the first releases, and a cluster tied to the fleet. */
final class Beginning {

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
        progress.step("tying the cluster to the fleet");
        Config config = Config.fromKubeconfig(access.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            Bootstrap bootstrap = new Bootstrap(client);
            bootstrap.prepare(servers.settings(secrets));
            bootstrap.tie(servers.settings(secrets));
        }
    }
}
