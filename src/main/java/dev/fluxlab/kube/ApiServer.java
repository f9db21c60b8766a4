package dev.fluxlab.kube;

import dev.fluxlab.http.HttpServer;
import dev.fluxlab.http.ServerTls;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.Identity;
import dev.fluxlab.kube.auth.Pki;
import dev.fluxlab.kube.auth.Tokens;
import dev.fluxlab.kube.serve.ApiRoutes;
import dev.fluxlab.kube.serve.Names;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A running Kubernetes API server. */
public final class ApiServer implements AutoCloseable {

    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "localhost",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc",
            "kubernetes.default.svc.cluster.local",
            "10.96.0.1");

    private final HttpServer http;
    private final ApiRoutes routes;
    private final Store store;
    private final Keys keys;

    private ApiServer(HttpServer http, ApiRoutes routes, Store store, Keys keys) {
        this.http = http;
        this.routes = routes;
        this.store = store;
        this.keys = keys;
    }

    /** The authority, and the administrator's identity, whose key is made while the rest of the server starts. */
    private record Keys(Pki pki, CompletableFuture<Identity> admin) {

        static Keys open(Path folder) {
            Pki pki = Pki.open(folder, InstantSource.system(), new SecureRandom());
            return new Keys(
                    pki,
                    CompletableFuture.supplyAsync(() -> pki.client("client-admin", "admin", List.of(Caller.MASTERS))));
        }
    }

    /**
     * Starts a server on a folder, which it makes or resumes.
     *
     * @param clock the world's time, which objects and tokens are stamped with
     * @throws StoreException when the folder's state is damaged or held by another process
     */
    public static ApiServer start(ApiServerOptions options, InstantSource clock) {
        Path folder = options.folder();
        Keys keys = Keys.open(folder.resolve("pki"));
        Store store = Store.open(folder.resolve("cluster.mv"));
        try {
            Tokens tokens = Tokens.of(keys.pki(), Map.of(), store, clock);
            ApiRoutes routes = new ApiRoutes(store, tokens, clock, Names.of(new SecureRandom()));
            HttpServer http = HttpServer.on(options.host(), options.port())
                    .tls(tls(keys.pki(), options))
                    .failures(routes.failures())
                    .route("/", routes.handler())
                    .start();
            return new ApiServer(http, routes, store, keys);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static ServerTls tls(Pki pki, ApiServerOptions options) {
        Set<String> hosts = new LinkedHashSet<>(HOSTS);
        hosts.add(options.host());
        hosts.addAll(options.advertised());
        Identity server = pki.server(new ArrayList<>(hosts));
        String password = "in memory";
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            Certificate[] chain = {server.certificate(), pki.authority()};
            keys.setKeyEntry("server", server.key(), password.toCharArray(), chain);
            return new ServerTls(keys, password, List.of(pki.authority()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot hold the server's key", e);
        }
    }

    /** The address clients use. */
    public URI uri() {
        return http.uri();
    }

    /** The authority that signed the server's certificate. */
    public X509Certificate authority() {
        return keys.pki().authority();
    }

    /** For a client that may do everything. */
    public Kubeconfig adminConfig() {
        return Kubeconfig.of(uri(), authority(), "admin", adminIdentity());
    }

    /** For a user in groups; what they may do is for roles to say. */
    public Kubeconfig configFor(String user, List<String> groups) {
        String file = "client-" + user.replaceAll("[^A-Za-z0-9._-]", "_");
        return Kubeconfig.of(uri(), authority(), user, keys.pki().client(file, user, groups));
    }

    Identity adminIdentity() {
        return keys.admin().join();
    }

    @Override
    public void close() {
        http.close();
        routes.close();
        store.close();
    }
}
