package dev.fluxlab.kube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreTest {

    private final Store store = Store.inMemory();

    @Test
    void a_write_takes_the_next_revision_and_stamps_it_on_the_object() {
        create("one");
        Stored two = create("two");
        assertThat(two.revision()).isEqualTo(2);
        assertThat(two.object().text("metadata", "resourceVersion")).isEqualTo("2");
    }

    @Test
    void a_second_object_of_the_same_name_is_refused_without_a_revision() {
        create("one");
        assertThat(store.create(key("one"), Obj.EMPTY)).isEmpty();
        assertThat(store.now().revision()).isEqualTo(1);
    }

    @Test
    void replacing_or_deleting_what_has_moved_on_is_refused() {
        Stored first = create("one");
        assertThat(store.replace(first, Obj.of("a", "b"))).isPresent();
        assertThat(store.replace(first, Obj.EMPTY)).isEmpty();
        assertThat(store.delete(first)).isEmpty();
    }

    @Test
    void a_snapshot_does_not_see_later_writes() {
        create("one");
        Snapshot before = store.now();
        create("two");
        assertThat(before.list("configmaps", "ns")).hasSize(1);
        assertThat(store.now().listAt(1, "configmaps", ""))
                .hasValueSatisfying(list -> assertThat(list).hasSize(1));
    }

    @Test
    void a_deletion_consumes_a_revision_and_keeps_the_last_state() {
        Change deletion = store.delete(create("one")).orElseThrow();
        assertThat(deletion.revision()).isEqualTo(2);
        assertThat(deletion.before()).isPresent();
        assertThat(store.now().get(key("one"))).isEmpty();
    }

    @Test
    void the_ring_forgets_the_oldest_changes_and_says_so() {
        for (int i = 0; i < Store.REMEMBERED * 3; i++) {
            create("n" + i);
        }
        long floor = store.now().floor("configmaps");
        assertThat(floor).isEqualTo(Store.REMEMBERED * 2L);
        assertThat(store.now().changesAfter(floor, "configmaps"))
                .hasValueSatisfying(changes -> assertThat(changes).hasSize(Store.REMEMBERED));
        assertThat(store.now().changesAfter(floor - 1, "configmaps")).isEmpty();
        assertThat(store.now().listAt(floor, "configmaps", ""))
                .hasValueSatisfying(list -> assertThat(list).hasSize(Store.REMEMBERED * 2));
    }

    @Test
    void listeners_hear_of_changes_of_their_resource_only() throws Exception {
        List<Long> heard = new ArrayList<>();
        try (AutoCloseable registration =
                store.onChange("configmaps", () -> heard.add(store.now().revision()))) {
            assertThat(registration).isNotNull();
            create("one");
            store.create(new Key("secrets", "ns", "s"), Obj.EMPTY);
        }
        create("two");
        assertThat(heard).containsExactly(1L);
    }

    @Test
    void lists_are_ordered_by_path_as_etcd_orders_them() {
        store.create(new Key("configmaps", "a", "x"), Obj.EMPTY);
        store.create(new Key("configmaps", "a-b", "x"), Obj.EMPTY);
        assertThat(store.now().list("configmaps", ""))
                .extracting(stored -> stored.key().namespace())
                .containsExactly("a-b", "a");
    }

    @Test
    void a_reopened_file_holds_every_object_and_goes_on_counting(@TempDir Path folder) {
        Path file = folder.resolve("cluster.mv");
        try (Store first = Store.open(file)) {
            assertThat(first.create(key("one"), Obj.of("data", Obj.of("a", Json.number(1)))))
                    .isPresent();
            assertThat(first.delete(first.create(key("two"), Obj.EMPTY).orElseThrow()))
                    .isPresent();
        }
        try (Store second = Store.open(file)) {
            assertThat(second.now().revision()).isEqualTo(3);
            assertThat(second.now().get(key("one")).orElseThrow().object().at("data", "a"))
                    .contains(Json.number(1));
            assertThat(second.now().get(key("two"))).isEmpty();
            assertThat(second.now().changesAfter(2, "configmaps")).isEmpty();
        }
    }

    @Test
    void a_damaged_file_is_named_and_kept(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cluster.mv"), "this is no store".repeat(1_000));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Store.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("fluxlab reset");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_file_in_use_is_refused(@TempDir Path folder) {
        Path file = folder.resolve("cluster.mv");
        try (Store holder = Store.open(file)) {
            assertThatThrownBy(() -> Store.open(file)).hasMessageContaining("another process is using");
            assertThat(holder.now().revision()).isZero();
        }
    }

    @Test
    void the_tree_behaves_as_a_sorted_map() {
        Random random = new Random(7);
        TreeMap<String, Integer> expected = new TreeMap<>();
        SortedTree<Integer> tree = SortedTree.empty();
        for (int i = 0; i < 20_000; i++) {
            String key = Integer.toString(random.nextInt(2_000));
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                tree = tree.without(key);
            } else {
                expected.put(key, i);
                tree = tree.with(key, i);
            }
        }
        assertThat(tree.from("")).containsExactlyElementsOf(expected.values());
        assertThat(tree.from("5"))
                .containsExactlyElementsOf(expected.tailMap("5", true).values());
        assertThat(tree.size()).isEqualTo(expected.size());
    }

    private Stored create(String name) {
        return store.create(key(name), Obj.of("metadata", Obj.of("name", name))).orElseThrow();
    }

    private static Key key(String name) {
        return new Key("configmaps", "ns", name);
    }
}
