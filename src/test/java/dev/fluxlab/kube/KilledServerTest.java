package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of writes: what was acknowledged is there, and nothing is half there. */
final class KilledServerTest {

    private static final int WRITES = 1_000;
    private static final int KILLS = 4;

    private final Random random = new Random();
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private int attempted;

    @Test
    void every_acknowledged_write_survives_and_no_other_is_half_there(@TempDir Path folder) throws Exception {
        long revision = 0;
        while (attempted < WRITES) {
            int until = Math.min(WRITES, attempted + WRITES / KILLS);
            try (ServerProcess server = ServerProcess.start(folder);
                    KubernetesClient client = client(folder)) {
                revision = check(client, revision);
                int victim = attempted + random.nextInt(until - attempted);
                write(client, until, victim, server);
            }
        }
        try (ServerProcess server = ServerProcess.start(folder);
                KubernetesClient client = client(folder)) {
            assertThat(server).isNotNull();
            check(client, revision);
        }
        assertThat(acknowledged).hasSizeGreaterThan(100);
    }

    /** Writes until the server dies, which is sent for while one of the writes is on its way. */
    private void write(KubernetesClient client, int until, int victim, ServerProcess server) throws Exception {
        for (; attempted < until; attempted++) {
            Thread killer = new Thread(() -> killSoon(server));
            if (attempted == victim) {
                killer.start();
            }
            String name = "map-" + attempted % 200; // some are created, most are replaced
            String value = attempted + "-" + "x".repeat(random.nextInt(4_000));
            try {
                client.resource(map(name, value)).serverSideApply();
                acknowledged.put(name, value);
            } catch (KubernetesClientException e) {
                acknowledged.remove(name); // may have happened or not, but whole
                killer.join();
                attempted++;
                return;
            }
        }
    }

    private void killSoon(ServerProcess server) {
        try {
            java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(3_000_000));
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long check(KubernetesClient client, long before) {
        var list = client.configMaps().inNamespace("default").list();
        Map<String, String> found = list.getItems().stream()
                .collect(Collectors.toMap(
                        map -> map.getMetadata().getName(), map -> map.getData().get("value")));
        assertThat(found).containsAllEntriesOf(acknowledged);
        assertThat(list.getItems()).allSatisfy(map -> assertThat(map.getData().get("value"))
                .isEqualTo(map.getData().get("copy")));
        long revision = Long.parseLong(list.getMetadata().getResourceVersion());
        assertThat(revision).isGreaterThanOrEqualTo(before);
        return revision;
    }

    private static ConfigMap map(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .addToData("value", value)
                .addToData("copy", value)
                .build();
    }

    private static KubernetesClient client(Path folder) throws Exception {
        Config config = Config.fromKubeconfig(Files.readString(folder.resolve("kubeconfig")));
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
