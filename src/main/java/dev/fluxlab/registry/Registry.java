package dev.fluxlab.registry;

import dev.fluxlab.http.HttpServer;
import dev.fluxlab.http.ServerTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A running registry. */
public final class Registry implements AutoCloseable {

    private final HttpServer server;

    private Registry(HttpServer server) {
        this.server = server;
    }

    /** A registry that keeps its state below the folder. */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    public URI uri() {
        return server.uri();
    }

    /** Host and port, as image names begin. */
    public String address() {
        return server.uri().getAuthority();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Collects what a registry needs, then starts it. */
    public static final class Builder {

        private static final long DEFAULT_QUOTA = 2L << 30;

        private final Path folder;
        private final List<RegistryUser> users = new ArrayList<>();
        private String host = "127.0.0.1";
        private int port;
        private boolean anonymousPull;
        private long quota = DEFAULT_QUOTA;
        private InstantSource time = InstantSource.system();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Optional<ServerTls> tls = Optional.empty();
        private Optional<Credentials> admin = Optional.empty();
        private Optional<AccessTokens> tokens = Optional.empty();

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** The address to listen on; port 0 takes any that is free. Loopback unless this is called. */
        public Builder at(String name, int number) {
            host = name;
            port = number;
            return this;
        }

        /** Adds a user; a registry without any is open to everybody. */
        public Builder user(RegistryUser user) {
            users.add(user);
            return this;
        }

        /** Lets whoever gives no credentials read. */
        public Builder anonymousPull() {
            anonymousPull = true;
            return this;
        }

        /** The bytes that all repositories may hold together. */
        public Builder quota(long bytes) {
            quota = bytes;
            return this;
        }

        public Builder time(InstantSource source) {
            time = source;
            return this;
        }

        public Builder uploadIds(Supplier<String> source) {
            ids = source;
            return this;
        }

        public Builder tls(ServerTls serverTls) {
            tls = Optional.of(serverTls);
            return this;
        }

        /** Who may switch faults and read the log. */
        public Builder admin(Credentials credentials) {
            admin = Optional.of(credentials);
            return this;
        }

        /** Whose tokens pass as passwords. */
        public Builder tokens(AccessTokens issuer) {
            tokens = Optional.of(issuer);
            return this;
        }

        /**
         * Starts the registry.
         *
         * @throws CorruptRegistryException when its state does not read
         */
        public Registry start() {
            try {
                return open();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open the registry in " + folder + ": " + e.getMessage(), e);
            }
        }

        private Registry open() throws IOException {
            Layouts layouts = Layouts.open(folder, quota);
            Faults faults = Faults.open(folder.resolve("_faults.json"));
            PushLog log = new PushLog(folder.resolve("_log.jsonl"), time);
            Accounts accounts = new Accounts(users, tokens, anonymousPull);
            HttpServer.Builder server = HttpServer.on(host, port)
                    .route("/v2", new RegistryHandler(accounts, faults, layouts, endpoints(layouts, faults, log)))
                    .route("/admin", new AdminHandler(admin, faults, log))
                    .failures(new OciFailures());
            tls.ifPresent(server::tls);
            return new Registry(server.start());
        }

        private Map<String, Endpoint> endpoints(Layouts layouts, Faults faults, PushLog log) throws IOException {
            Uploads uploads = Uploads.in(folder.resolve("_uploads"), layouts, ids);
            return Map.of(
                    "blobs/uploads", new UploadEndpoint(layouts, uploads),
                    "blobs", new BlobEndpoint(layouts),
                    "manifests", new ManifestEndpoint(layouts, log),
                    "tags", new TagListEndpoint(layouts, faults),
                    "referrers", new ReferrersEndpoint(layouts));
        }
    }
}
