package dev.fluxlab.forge;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.forge.git.Accounts;
import dev.fluxlab.forge.git.AfterPush;
import dev.fluxlab.forge.git.ForgeFailures;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.GitHandler;
import dev.fluxlab.forge.git.Repositories;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.forge.run.ReleaseStore;
import dev.fluxlab.forge.run.RunnerSettings;
import dev.fluxlab.forge.run.Runs;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.registry.AccessTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A running forge. */
public final class Forge implements AutoCloseable {

    private final HttpServer server;
    private final Repositories repositories;
    private final Runs runs;

    private Forge(HttpServer server, Repositories repositories, Runs runs) {
        this.server = server;
        this.repositories = repositories;
        this.runs = runs;
    }

    /** A forge that keeps its state below the folder. */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    public URI uri() {
        return server.uri();
    }

    /** Makes a repository, empty; one that is there keeps its content and takes the settings. */
    public void create(RepositorySettings settings) {
        try {
            repositories.create(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the repository " + settings.name() + ": " + e.getMessage(), e);
        }
    }

    /** Stops serving; a workflow that runs is stopped too, and has failed when the forge starts again. */
    @Override
    public void close() {
        server.close();
        try {
            runs.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        repositories.close();
    }

    /** Collects what a forge needs, then starts it. */
    public static final class Builder {

        private static final int KEY_BYTES = 32;

        private final Path folder;
        private final List<ForgeUser> users = new ArrayList<>();
        private final List<Path> toolPath = new ArrayList<>();
        private final Map<String, String> vars = new HashMap<>();
        private final Map<String, String> secrets = new HashMap<>();
        private String organisation = "";
        private String host = "127.0.0.1";
        private int port;
        private InstantSource time = InstantSource.system();
        private Supplier<Activity> busy = () -> () -> {};
        private Runnable stir = () -> {};
        private Optional<AccessTokens> tokens = Optional.empty();
        private Optional<URI> advertised = Optional.empty();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** The address to listen on; port 0 takes any that is free. Loopback unless this is called. */
        public Builder at(String name, int number) {
            host = name;
            port = number;
            return this;
        }

        /** The address that jobs and remotes use, when it is not the one listened on. */
        public Builder advertised(URI address) {
            advertised = Optional.of(address);
            return this;
        }

        /** Whose repositories are also found without an owner in their path. */
        public Builder organisation(String name) {
            organisation = name;
            return this;
        }

        public Builder user(ForgeUser user) {
            users.add(user);
            return this;
        }

        public Builder time(InstantSource source) {
            time = source;
            return this;
        }

        /** The world's clock, whose time waits for workflows that run, and which is told of pushes. */
        public Builder clock(WorldClock clock) {
            time = clock;
            busy = clock::begin;
            stir = clock::stir;
            return this;
        }

        /** Issues the tokens of jobs; with the same key, the registry takes them as passwords. */
        public Builder tokens(AccessTokens issuer) {
            tokens = Optional.of(issuer);
            return this;
        }

        /** A folder whose programs scripts find before all others. */
        public Builder tools(Path programs) {
            toolPath.add(programs);
            return this;
        }

        /** A variable that every workflow sees as vars.NAME. */
        public Builder variable(String name, String value) {
            vars.put(name, value);
            return this;
        }

        /** A secret that every workflow sees as secrets.NAME; logs do not show it. */
        public Builder secret(String name, String value) {
            secrets.put(name, value);
            return this;
        }

        public Forge start() {
            try {
                return open();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open the forge in " + folder + ": " + e.getMessage(), e);
            }
        }

        /** Runs need the forge's address, which is known once the server listens: until then requests wait for them. */
        private Forge open() throws IOException {
            Repositories repositories = Repositories.in(folder.resolve("repositories"), organisation);
            LateHandler git = new LateHandler();
            LateHandler api = new LateHandler();
            LateHandler jobs = new LateHandler();
            HttpServer server = HttpServer.on(host, port)
                    .route("/", git)
                    .route("/api", api)
                    .route("/_jobs", jobs)
                    .failures(new ForgeFailures())
                    .start();
            ReleaseStore releases = new ReleaseStore(time);
            Runs runs = Runs.in(folder.resolve("runs"), settings(server.uri()), releases);
            Accounts accounts = new Accounts(users, runs::jobCaller);
            AfterPush afterPush = push -> {
                stir.run();
                runs.pushed(push);
            };
            git.open(new GitHandler(repositories, accounts, afterPush, time));
            jobs.open(runs.commands());
            ApiHandler endpoints = new ApiHandler(repositories, accounts);
            new RunsApi(runs).addTo(endpoints);
            new RepositoryApi(releases).addTo(endpoints);
            api.open(endpoints);
            return new Forge(server, repositories, runs);
        }

        private RunnerSettings settings(URI address) {
            return new RunnerSettings(
                    advertised.orElse(address),
                    folder.resolve("jobs").toAbsolutePath(),
                    toolPath,
                    vars,
                    secrets,
                    tokens.orElseGet(this::ownTokens),
                    time,
                    busy);
        }

        private AccessTokens ownTokens() {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return AccessTokens.keyed(key, time);
        }
    }
}
