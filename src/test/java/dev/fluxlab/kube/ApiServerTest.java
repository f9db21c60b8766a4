package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestCluster.Fixture.class)
final class ApiServerTest {

    @Test
    void a_client_creates_reads_changes_and_deletes(TestCluster cluster) {
        ConfigMap created = cluster.client().resource(map("crud")).create();
        assertThat(created.getMetadata().getUid()).isNotEmpty();
        cluster.client()
                .resource(created)
                .edit(map -> new ConfigMapBuilder(map).addToData("b", "2").build());
        assertThat(read(cluster, "crud").getData()).containsEntry("a", "1").containsEntry("b", "2");
        cluster.client().resource(created).delete();
        assertThat(cluster.client().resource(created).get()).isNull();
    }

    @Test
    void creating_twice_is_a_conflict(TestCluster cluster) {
        cluster.client().resource(map("twice")).create();
        assertThatThrownBy(() -> cluster.client().resource(map("twice")).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getStatus().getMessage()).isEqualTo("configmaps \"twice\" already exists");
                });
    }

    @Test
    void a_resumed_server_has_its_objects_and_the_same_authority(@TempDir Path folder) throws IOException {
        byte[] authority;
        try (ApiServer first = ApiServer.start(() -> folder, InstantSource.system())) {
            authority = Files.readAllBytes(folder.resolve("pki/ca.crt"));
            assertThat(first.uri().getPort()).isPositive();
        }
        try (ApiServer second = ApiServer.start(() -> folder, InstantSource.system())) {
            assertThat(second.uri().getScheme()).isEqualTo("https");
            assertThat(Files.readAllBytes(folder.resolve("pki/ca.crt"))).isEqualTo(authority);
        }
    }

    @Test
    void keys_are_for_their_owner_alone(@TempDir Path folder) throws IOException {
        try (ApiServer server = ApiServer.start(() -> folder, InstantSource.system())) {
            Path kubeconfig = server.adminConfig().write(folder.resolve("kubeconfig"));
            assertThat(Files.getPosixFilePermissions(kubeconfig)).hasSize(2);
            assertThat(Files.getPosixFilePermissions(folder.resolve("pki/ca.key")))
                    .hasSize(2);
            assertThat(Files.getPosixFilePermissions(folder.resolve("cluster.mv")))
                    .hasSize(2);
        }
    }

    private static ConfigMap read(TestCluster cluster, String name) {
        return cluster.client()
                .configMaps()
                .inNamespace("default")
                .withName(name)
                .get();
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .addToData("a", "1")
                .build();
    }
}
