package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.forge.git.Accounts;
import dev.fluxlab.forge.git.ForgeFailures;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.GitHandler;
import dev.fluxlab.forge.git.Repositories;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.http.HttpServer;
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
import java.util.Optional;

/** The three servers of an embedded world, each on its own port, which a resumed world keeps. */
record Servers(ApiServer cluster, Registry registry, HttpServer forge) {

    static Servers start(
            WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock, Deque<AutoCloseable> parts) {
        ApiServer cluster = ApiServer.start(clusterOptions(folder, options, secrets), clock);
        parts.push(cluster);
        Registry registry = registry(folder, options, secrets, clock);
        parts.push(registry);
        return new Servers(cluster, registry, forge(folder, options, secrets, clock, parts));
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
        for (String user : List.of("learner", "ci", "instructor")) {
            registry.user(RegistryUser.writer(user, secrets.login(user).password()));
        }
        Login admin = secrets.login("instructor");
        return registry.user(RegistryUser.reader("flux", secrets.login("flux").password()))
                .admin(new Credentials(admin.user(), admin.password()))
                .start();
    }

    private static HttpServer forge(
            WorldFolder folder, WorldOptions options, Secrets secrets, WorldClock clock, Deque<AutoCloseable> parts) {
        try {
            Repositories repositories = Repositories.in(folder.forge());
            parts.push(repositories);
            for (String name : WorldView.REPOSITORIES) {
                if (repositories.find(name).isEmpty()) {
                    repositories.create(RepositorySettings.of(name));
                }
            }
            List<ForgeUser> users = List.of("learner", "flux", "ci", "instructor").stream()
                    .map(user -> ForgeUser.writer(user, secrets.login(user).password()))
                    .toList();
            Accounts accounts = new Accounts(users, token -> Optional.empty());
            HttpServer server = HttpServer.on(options.advertise(), secrets.port("forge"))
                    .route("/", new GitHandler(repositories, accounts, push -> clock.stir(), clock))
                    .failures(new ForgeFailures())
                    .start();
            parts.push(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the forge in " + folder.forge() + ": " + e.getMessage(), e);
        }
    }

    /** The secrets with the ports that are served now. */
    Secrets ports(Secrets secrets) {
        return secrets.withPort("cluster", cluster.uri().getPort())
                .withPort("registry", registry.uri().getPort())
                .withPort("forge", forge.port());
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
