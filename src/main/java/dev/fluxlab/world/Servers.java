package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.forge.Forge;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.kube.ApiServer;
import dev.fluxlab.kube.ApiServerOptions;
import dev.fluxlab.registry.AccessTokens;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryUser;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Login;
import dev.fluxlab.world.view.WorldView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;

/** The three servers of an embedded world, each on its own port, which a resumed world keeps. */
record Servers(ApiServer cluster, Registry registry, Forge forge) {

    static Servers start(
            WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock, Deque<AutoCloseable> parts) {
        ApiServer cluster = ApiServer.start(clusterOptions(folder, options, secrets), clock);
        parts.push(cluster);
        Registry registry = registry(folder, options, secrets, clock);
        parts.push(registry);
        Forge forge = forge(folder, options, secrets, clock, registry.address());
        parts.push(forge);
        return new Servers(cluster, registry, forge);
    }

    private static ApiServerOptions clusterOptions(WorldFolder folder, WorldOptions options, Secrets secrets) {
        return new ApiServerOptions() {
            @Override
            public Path folder() {
                return folder.root();
            }

            @Override
            public int port() {
                return options.port() > 0 ? options.port() : secrets.port("cluster");
            }
        };
    }

    private static Registry registry(WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock) {
        Registry.Builder registry = Registry.in(folder.registry())
                .at(options.advertise(), secrets.port("registry"))
                .time(clock)
                .tokens(tokens(secrets, clock));
        for (String user : List.of("learner", "ci", "instructor")) {
            registry.user(RegistryUser.writer(user, secrets.login(user).password()));
        }
        Login admin = secrets.login("instructor");
        return registry.user(RegistryUser.reader("flux", secrets.login("flux").password()))
                .admin(new Credentials(admin.user(), admin.password()))
                .start();
    }

    private static Forge forge(
            WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock, String registry) {
        Forge.Builder builder = Forge.in(folder.forge())
                .at(options.advertise(), secrets.port("forge"))
                .organisation(Access.ORGANISATION)
                .clock(clock)
                .tokens(tokens(secrets, clock))
                .variable("REGISTRY", registry);
        for (String user : List.of("learner", "flux", "ci", "instructor")) {
            builder.user(ForgeUser.writer(user, secrets.login(user).password()));
        }
        Forge forge = builder.start();
        WorldView.REPOSITORIES.forEach(name -> forge.create(RepositorySettings.of(Access.ORGANISATION + "/" + name)));
        return forge;
    }

    /** Registry and forge share the key: what the forge issues to a job, the registry takes. */
    private static AccessTokens tokens(Secrets secrets, WorldClock clock) {
        byte[] key = secrets.login("tokens").password().getBytes(StandardCharsets.UTF_8);
        return AccessTokens.keyed(key, clock);
    }

    /** The secrets with the ports that are served now. */
    Secrets ports(Secrets secrets) {
        return secrets.withPort("cluster", cluster.uri().getPort())
                .withPort("registry", registry.uri().getPort())
                .withPort("forge", forge.uri().getPort());
    }

    URI forgeUri() {
        return forge.uri();
    }

    /** What other processes need; the administrator's kubeconfig is written beside it. */
    Access access(WorldFolder folder, Secrets secrets, URI control) {
        try {
            cluster.adminConfig().write(folder.kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.kubeconfig() + ": " + e.getMessage(), e);
        }
        return new Access(
                folder.kubeconfig(),
                forgeUri(),
                secrets.login("learner"),
                registry.uri(),
                control,
                secrets.login("control"),
                folder.cache());
    }

    Bootstrap.Settings settings(Secrets secrets) {
        return new Bootstrap.Settings(
                forgeUri().toString(),
                registry.address(),
                Access.ORGANISATION,
                secrets.login("flux"),
                secrets.login("flux"));
    }
}
