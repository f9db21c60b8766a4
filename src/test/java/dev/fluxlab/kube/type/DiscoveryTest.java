package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private final TypeCatalog catalog = TypeCatalog.builtIn();
    private final Discovery discovery = new Discovery(catalog);

    @Test
    void core_resources_are_listed_as_the_real_server_lists_them() {
        assertSubset(
                discovery.resourceList("", "v1").orElseThrow(),
                Golden.named("discovery/core-resources").response());
    }

    @Test
    void apps_resources_are_listed_as_the_real_server_lists_them() {
        assertSubset(
                discovery.resourceList("apps", "v1").orElseThrow(),
                Golden.named("discovery/apps-resources").response());
    }

    private static void assertSubset(Obj ours, Obj theirs) {
        Map<String, Json> wanted = theirs.items("resources").stream()
                .collect(Collectors.toMap(resource -> resource.text("name"), resource -> resource));
        List<Json> entries = ours.items("resources");
        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(entry)
                .isEqualTo(wanted.get(entry.text("name"))));
        assertThat(ours.without("resources")).isEqualTo(theirs.without("resources"));
    }

    @Test
    void aggregated_groups_come_in_the_real_servers_order_with_the_same_entries() {
        List<Json> theirs = Golden.named("discovery/aggregated-apis").response().items("items");
        List<Json> ours = discovery.aggregatedGroups().items("items");
        List<String> known =
                ours.stream().map(group -> group.text("metadata", "name")).toList();
        assertThat(known)
                .isEqualTo(theirs.stream()
                        .map(group -> group.text("metadata", "name"))
                        .filter(known::contains)
                        .toList());
        assertThat(resources(theirs)).containsAll(resources(ours));
    }

    @Test
    void aggregated_core_has_the_same_entries() {
        List<Json> theirs = Golden.named("discovery/aggregated-core").response().items("items");
        assertThat(resources(theirs))
                .containsAll(resources(discovery.aggregatedCore().items("items")));
    }

    private static List<Json> resources(List<Json> groups) {
        return groups.stream()
                .flatMap(group -> group.items("versions").stream())
                .flatMap(version -> version.items("resources").stream())
                .toList();
    }

    @Test
    void an_unknown_group_version_has_no_list() {
        assertThat(discovery.resourceList("apps", "v9")).isEmpty();
        assertThat(discovery.group("nope.example.com")).isEmpty();
    }

    @Test
    void a_group_names_its_preferred_version() {
        assertThat(discovery.group("apps").orElseThrow().text("preferredVersion", "groupVersion"))
                .isEqualTo("apps/v1");
    }
}
