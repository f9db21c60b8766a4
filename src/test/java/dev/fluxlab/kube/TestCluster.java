package dev.fluxlab.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An API server in this process for tests of any package: {@code @ExtendWith(TestCluster.Fixture.class)} hands one to each test
 * class that asks for a {@code TestCluster}.
 */
public final class TestCluster implements AutoCloseable {

    private final Path folder;
    private final ApiServer server;
    private final KubernetesClient client;

    private TestCluster(Path folder, ApiServer server) {
        this.folder = folder;
        this.server = server;
        this.client = newClient();
    }

    public static TestCluster start() {
        return start(InstantSource.system());
    }

    public static TestCluster start(InstantSource clock) {
        try {
            Path folder = Files.createTempDirectory("cluster");
            return new TestCluster(folder, ApiServer.start(() -> folder, clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ApiServer server() {
        return server;
    }

    /** The administrator's client, which lives as long as the cluster. */
    public KubernetesClient client() {
        return client;
    }

    /** Another client of the administrator's, for the caller to close. */
    public KubernetesClient newClient() {
        return new KubernetesClientBuilder().withConfig(config()).build();
    }

    public Config config() {
        return Config.fromKubeconfig(server.adminConfig().yaml());
    }

    /** Plays recorded requests, as the administrator or as nobody. */
    Replay replay() {
        HttpClient known = HttpClients.of(server, Optional.of(server.adminIdentity()));
        return new Replay(server.uri(), known, HttpClients.of(server, Optional.empty()));
    }

    /** A file for kubectl. */
    public Path kubeconfig() {
        try {
            return server.adminConfig().write(folder.resolve("kubeconfig"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One cluster per test class. */
    public static final class Fixture implements ParameterResolver {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Fixture.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestCluster.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(HERE)
                    .computeIfAbsent(context.getRequiredTestClass(), key -> TestCluster.start(), TestCluster.class);
        }
    }
}
