package dev.fluxlab.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** A running server on one address. Loopback is the callers' choice to leave: they name the host. */
public final class HttpServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;
    private final boolean secure;

    private HttpServer(Server server, ServerConnector connector, boolean secure) {
        this.server = server;
        this.connector = connector;
        this.secure = secure;
    }

    /** A server for the host and port; port 0 takes any that is free. */
    public static Builder on(String host, int port) {
        return new Builder(host, port);
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** The address clients use: scheme, host and port, without a path. */
    public URI uri() {
        return URI.create((secure ? "https" : "http") + "://" + connector.getHost() + ":" + port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server at " + uri() + " did not stop", e);
        }
    }

    /** Collects what a server needs, then starts it. */
    public static final class Builder {

        private static final int MAX_THREADS = 200;

        private final String host;
        private final int port;
        private final Map<String, Handler> routes = new LinkedHashMap<>();
        private Optional<ServerTls> tls = Optional.empty();
        private Failures failures = Failures.plain();

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        public Builder tls(ServerTls serverTls) {
            tls = Optional.of(serverTls);
            return this;
        }

        /** Serves paths at and below the prefix; the longest prefix wins. */
        public Builder route(String prefix, Handler handler) {
            routes.put(prefix, handler);
            return this;
        }

        public Builder failures(Failures answers) {
            failures = answers;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws UncheckedIOException when the address cannot be taken
         */
        public HttpServer start() {
            QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 8);
            threads.setName("http-" + port);
            threads.setDaemon(true);
            Server server = new Server(threads);
            ServerConnector connector = connector(server);
            server.addConnector(connector);
            server.setHandler(new JettyHandler(new Routes(routes), failures));
            ServerWebSocketContainer.ensure(server);
            try {
                server.start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot serve at " + host + ":" + port + ": " + e.getMessage(), e);
            } catch (Exception e) {
                throw new IllegalStateException("cannot serve at " + host + ":" + port, e);
            }
            return new HttpServer(server, connector, tls.isPresent());
        }

        private ServerConnector connector(Server server) {
            HttpConfiguration configuration = new HttpConfiguration();
            configuration.setSendServerVersion(false);
            configuration.setSendDateHeader(true);
            // an escaped slash is legal in a query-like path segment of OCI and Kubernetes clients; ".." never is
            configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                    "fluxlab",
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
            HttpConnectionFactory http = new HttpConnectionFactory(configuration);
            ServerConnector connector = tls.map(serverTls -> {
                        configuration.addCustomizer(new SecureRequestCustomizer(false));
                        return new ServerConnector(server, contextOf(serverTls), http);
                    })
                    .orElseGet(() -> new ServerConnector(server, http));
            connector.setHost(host);
            connector.setPort(port);
            connector.setIdleTimeout(10L * 60 * 1000);
            return connector;
        }

        private static SslContextFactory.Server contextOf(ServerTls tls) {
            SslContextFactory.Server context = new SslContextFactory.Server();
            context.setKeyStore(tls.identity());
            context.setKeyStorePassword(tls.password());
            context.setSniRequired(false);
            if (!tls.clientAuthorities().isEmpty()) {
                context.setTrustStore(trusting(tls));
                context.setWantClientAuth(true);
            }
            return context;
        }

        private static KeyStore trusting(ServerTls tls) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                for (X509Certificate authority : tls.clientAuthorities()) {
                    store.setCertificateEntry("authority-" + store.size(), authority);
                }
                return store;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("cannot hold the client authorities", e);
            }
        }
    }
}
