package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator of the Java Operator SDK runs against the server as it is. */
@ExtendWith(TestCluster.Fixture.class)
final class OperatorTest {

    @ControllerConfiguration
    static final class Greeter implements Reconciler<ConfigMap> {

        @Override
        public UpdateControl<ConfigMap> reconcile(ConfigMap map, Context<ConfigMap> context) {
            boolean asked = map.getData() != null && map.getData().containsKey("name");
            if (!asked || map.getData().containsKey("greeting")) {
                return UpdateControl.noUpdate();
            }
            return UpdateControl.patchResource(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName(map.getMetadata().getName())
                    .withNamespace(map.getMetadata().getNamespace())
                    .endMetadata()
                    .addToData("greeting", "hello " + map.getData().get("name"))
                    .build());
        }
    }

    @Test
    void a_reconciler_applies_what_it_owns_and_leaves_the_rest(TestCluster cluster) {
        Operator operator = new Operator(overrider -> overrider.withKubernetesClient(cluster.newClient()));
        operator.register(new Greeter());
        operator.start();
        try {
            cluster.client()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("greeted")
                            .withNamespace("default")
                            .endMetadata()
                            .addToData("name", "world")
                            .build())
                    .create();
            ConfigMap greeted = cluster.client()
                    .configMaps()
                    .inNamespace("default")
                    .withName("greeted")
                    .waitUntilCondition(
                            map -> map != null && map.getData().containsKey("greeting"), 20, TimeUnit.SECONDS);
            assertThat(greeted.getData())
                    .containsEntry("greeting", "hello world")
                    .containsEntry("name", "world");
        } finally {
            operator.stop();
        }
    }
}
