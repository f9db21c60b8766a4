package dev.fluxlab.flux.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

    @ParameterizedTest
    @CsvSource({
        "v1, ConfigMap, apps, web, apps_web__ConfigMap",
        "v1, Namespace, '', apps, _apps__Namespace",
        "apps/v1, Deployment, apps, web, apps_web_apps_Deployment",
        "rbac.authorization.k8s.io/v1, ClusterRole, '', 'system:x', _system__x_rbac.authorization.k8s.io_ClusterRole",
    })
    void an_id_tells_the_object_both_ways(String apiVersion, String kind, String namespace, String name, String id) {
        Target target = new Target(apiVersion, kind, namespace, name);
        InventoryEntry entry = InventoryEntry.of(target);
        assertThat(entry.id()).isEqualTo(id);
        assertThat(entry.target()).isEqualTo(target);
    }

    @Test
    void a_new_version_of_an_object_is_not_stale() {
        Inventory before =
                new Inventory(List.of(new InventoryEntry("a_x_g_K", "v1beta1"), new InventoryEntry("a_y_g_K", "v1")));
        Inventory after = new Inventory(List.of(new InventoryEntry("a_x_g_K", "v1")));
        assertThat(before.without(after)).extracting(InventoryEntry::id).containsExactly("a_y_g_K");
    }

    @Test
    void an_id_with_too_few_parts_is_refused() {
        assertThatThrownBy(() -> new InventoryEntry("a_b", "v1").target()).hasMessageContaining("'a_b'");
    }
}
