package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** fabric8's informer and its watch, which asks for a WebSocket. */
@ExtendWith(TestCluster.Fixture.class)
final class WatchTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void an_informer_hears_of_everything_that_happens(TestCluster cluster) throws Exception {
        cluster.client().resource(map("before", "informer")).create();
        try (SharedIndexInformer<ConfigMap> informer = cluster.client()
                .configMaps()
                .inNamespace("default")
                .withLabel("test", "informer")
                .inform(new Heard())) {
            assertThat(informer.isRunning()).isTrue();
            assertHeard("added before");
            ConfigMap during =
                    cluster.client().resource(map("during", "informer")).create();
            assertHeard("added during");
            cluster.client()
                    .resource(during)
                    .edit(map -> new ConfigMapBuilder(map).addToData("b", "2").build());
            assertHeard("updated during");
            cluster.client().resource(during).delete();
            assertHeard("deleted during");
        }
    }

    @Test
    void a_watch_loses_an_object_that_leaves_its_selection(TestCluster cluster) throws Exception {
        KubernetesClient client = cluster.client();
        try (Watch watch = client.configMaps()
                .inNamespace("default")
                .withLabel("test", "selection")
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap map) {
                        heard.add(action + " " + map.getMetadata().getName());
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        heard.add("closed");
                    }
                })) {
            assertThat(watch).isNotNull();
            ConfigMap map = client.resource(map("leaves", "selection")).create();
            assertHeard("ADDED leaves");
            client.resource(map).edit(live -> new ConfigMapBuilder(live)
                    .editMetadata()
                    .removeFromLabels("test")
                    .endMetadata()
                    .build());
            assertHeard("DELETED leaves");
        }
    }

    @Test
    void a_hundred_watches_miss_nothing(TestCluster cluster) throws Exception {
        List<Watch> watches = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> cluster.client()
                        .configMaps()
                        .inNamespace("default")
                        .withLabel("test", "crowd")
                        .watch(new Counting()))
                .toList();
        for (int i = 0; i < 20; i++) {
            cluster.client().resource(map("crowd-" + i, "crowd")).create();
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).as("event %d", i).startsWith("ADDED crowd-");
        }
        watches.forEach(Watch::close);
    }

    private void assertHeard(String expected) throws InterruptedException {
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
    }

    private static ConfigMap map(String name, String test) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .addToLabels("test", test)
                .endMetadata()
                .addToData("a", "1")
                .build();
    }

    private final class Counting implements Watcher<ConfigMap> {
        @Override
        public void eventReceived(Action action, ConfigMap map) {
            heard.add(action + " " + map.getMetadata().getName());
        }

        @Override
        public void onClose(WatcherException cause) {
            heard.add("closed by " + cause);
        }
    }

    private final class Heard implements ResourceEventHandler<ConfigMap> {
        @Override
        public void onAdd(ConfigMap map) {
            heard.add("added " + map.getMetadata().getName());
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {
            heard.add("updated " + after.getMetadata().getName());
        }

        @Override
        public void onDelete(ConfigMap map, boolean stateUnknown) {
            heard.add("deleted " + map.getMetadata().getName());
        }
    }
}
