package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.forge.Forge;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.ProtectedBranch;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.kube.ApiServer;
import dev.fluxlab.kube.ApiServerOptions;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryUser;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Login;
import dev.fluxlab.world.view.WorldView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
        Forge forge = forge(folder, options, secrets, clock, registry);
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
                .time(clock);
        for (String user : List.of("learner", "instructor")) {
            registry.user(RegistryUser.writer(user, secrets.login(user).password()));
        }
        Login admin = secrets.login("instructor");
        return registry.tokens(secrets.jobTokens(clock))
                .user(RegistryUser.reader("flux", secrets.login("flux").password()))
                .admin(new Credentials(admin.user(), admin.password()))
                .start();
    }

    /** The forge's jobs push to the registry with tokens that both know the key of. */
    private static Forge forge(
            WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock, Registry registry) {
        Forge.Builder builder = Forge.in(folder.forge())
                .at(options.advertise(), secrets.port("forge"))
                .clock(clock)
                .tokens(secrets.jobTokens(clock))
                .variable("REGISTRY", registry.address());
        for (String user : List.of("learner", "flux", "instructor")) {
            builder.user(ForgeUser.writer(user, secrets.login(user).password()));
        }
        Forge forge = builder.start();
        for (String name : WorldView.REPOSITORIES) {
            forge.create(RepositorySettings.of(Access.ORGANISATION + "/" + name)
                    .protect(new ProtectedBranch("main", false, List.of())));
        }
        return forge;
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
                forgeUri() + "/" + Access.ORGANISATION,
                registry.address(),
                Access.ORGANISATION,
                secrets.login("flux"),
                secrets.login("flux"));
    }
}
