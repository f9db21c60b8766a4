package dev.fluxlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.kube.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures of the API server, for docs/benchmarks.md; no figure here makes a build fail. Run with mvn -Pbench verify. */
@ExtendWith(TestCluster.Fixture.class)
final class ApiServerBench {

    private static final int ROUNDS = 1_000;
    private static final int WARM_UP = 200;

    private final KubernetesClient client;

    ApiServerBench(TestCluster cluster) {
        this.client = cluster.client();
    }

    private static ConfigMap map(String name, int value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .addToData("value", Integer.toString(value))
                .build();
    }

    private static void measure(String what, IntConsumer request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.accept(-1 - i);
        }
        long[] nanos = new long[ROUNDS];
        long begun = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            request.accept(i);
            nanos[i] = System.nanoTime() - before;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        print(
                "%-8s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms",
                what, ROUNDS / seconds, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }

    private static void print(String format, Object... values) {
        System.out.println("bench: " + String.format(Locale.ROOT, format, values));
    }

    @Test
    void requests_one_after_the_other() {
        print("cores %d", Runtime.getRuntime().availableProcessors());
        PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
        measure("create", i -> client.resource(map("c" + i + "x", i)).create());
        measure(
                "get",
                i -> client.configMaps().inNamespace("default").withName("c0x").get());
        measure("patch", i -> client.configMaps()
                .inNamespace("default")
                .withName("c0x")
                .patch(merge, "{\"data\":{\"value\":\"" + i + "\"}}"));
        measure(
                "apply",
                i -> client.resource(map("applied", i)).fieldManager("bench").serverSideApply());
        measure("list", i -> client.configMaps()
                .inNamespace("default")
                .withLabel("none", "such")
                .list());
    }

    @Test
    void a_thousand_watches_miss_nothing() throws InterruptedException {
        int watches = 1_000;
        int writes = 500;
        AtomicLong received = new AtomicLong();
        List<Watch> open = new ArrayList<>();
        for (int i = 0; i < watches; i++) {
            open.add(client.configMaps()
                    .inNamespace("kube-public")
                    .withName("watched")
                    .watch(new Counter(received)));
        }
        ConfigMap watched = map("watched", 0);
        watched.getMetadata().setNamespace("kube-public");
        long begun = System.nanoTime();
        client.resource(watched).create();
        PatchContext merge = PatchContext.of(PatchType.JSON_MERGE);
        for (int i = 1; i < writes; i++) {
            client.configMaps()
                    .inNamespace("kube-public")
                    .withName("watched")
                    .patch(merge, "{\"data\":{\"value\":\"" + i + "\"}}");
        }
        double writing = (System.nanoTime() - begun) / 1e9;
        long expected = (long) watches * writes;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (received.get() < expected && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double all = (System.nanoTime() - begun) / 1e9;
        print(
                "%d watches, %d writes at %.0f /s: %d of %d events after %.1f s",
                watches, writes, writes / writing, received.get(), expected, all);
        open.forEach(Watch::close);
        assertThat(received.get()).isEqualTo(expected);
    }

    private record Counter(AtomicLong received) implements Watcher<ConfigMap> {
        @Override
        public void eventReceived(Action action, ConfigMap resource) {
            received.incrementAndGet();
        }

        @Override
        public void onClose(WatcherException cause) {}
    }

    @Test
    void ten_thousand_objects() {
        long begun = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            ConfigMap map = map("o" + i, i);
            map.getMetadata().setNamespace("kube-system");
            client.resource(map).create();
        }
        double creating = (System.nanoTime() - begun) / 1e9;
        long before = System.nanoTime();
        int listed =
                client.configMaps().inNamespace("kube-system").list().getItems().size();
        print(
                "%d objects created at %.0f /s, listed in %.0f ms",
                listed, 10_000 / creating, (System.nanoTime() - before) / 1e6);
        assertThat(listed).isGreaterThanOrEqualTo(10_000);
    }
}
