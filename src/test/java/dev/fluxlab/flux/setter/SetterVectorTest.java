package dev.fluxlab.flux.setter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.flux.policy.ElectedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every setter case: the files afterwards and the changes reported are those of the real automation. */
class SetterVectorTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("fluxlab.vectors", "../shared/vectors")).resolve("setters");

    private static final String OUTSIDE = "outside-target.yaml";

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "no vectors at " + VECTORS);
        List<Path> folders;
        try (Stream<Path> all = Files.list(VECTORS)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream().map(folder -> DynamicTest.dynamicTest(name(folder), () -> run(folder)));
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private void run(Path vector) throws IOException {
        Json expected = JsonText.read(Files.readString(vector.resolve("case.json")));
        Path boundary = Files.createDirectories(temp.resolve(name(vector)));
        Path work = boundary.resolve("a/b");
        copy(vector.resolve("before"), work);
        links(expected, work);
        Setters setters = setters(vector.resolve(expected.text("policies")));
        MarkedFiles files = new MarkedFiles(work, boundary);

        if (expected.at("expectedError").isPresent()) {
            String message = expected.text("expectedError").replace("<update dir>", work.toString());
            assertThatThrownBy(() -> files.update(setters))
                    .isInstanceOf(UpdateException.class)
                    .hasMessage(message);
        } else {
            assertThat(described(files.update(setters))).isEqualTo(described(expected.obj("expectedFileChanges")));
        }
        assertThat(contents(work)).isEqualTo(contents(vector.resolve("after")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }

    private static void links(Json expected, Path work) throws IOException {
        for (Map.Entry<String, String> link : expected.texts("symlinks").entrySet()) {
            Path target = Path.of(link.getValue());
            if (link.getValue().endsWith(OUTSIDE)) {
                Files.writeString(work.resolve(target).normalize(), "tag: v1 # {\"$imagepolicy\": \"apps:web:tag\"}\n");
            }
            Files.createSymbolicLink(work.resolve(link.getKey()), target);
        }
    }

    private static Setters setters(Path policies) throws IOException {
        Setters setters = new Setters();
        for (Json policy :
                JsonText.read(Files.readString(policies)).asArr().orElseThrow().items()) {
            if (policy.text("metadata", "namespace").equals("apps")) {
                setters.add(
                        "apps", policy.text("metadata", "name"), ElectedImage.of(policy.obj("status", "latestRef")));
            }
        }
        return setters;
    }

    private static Map<String, List<String>> described(Changes changes) {
        Map<String, List<String>> described = new TreeMap<>();
        changes.files()
                .forEach((file, objects) -> objects.forEach((object, list) -> list.forEach(change -> described
                        .computeIfAbsent(file, key -> new ArrayList<>())
                        .add(String.join("|", object.apiVersion(), object.kind(), object.namespace(), object.name())
                                + " " + change.oldValue() + " -> " + change.newValue() + " by " + change.setter()))));
        described.values().forEach(list -> list.sort(null));
        return described;
    }

    private static Map<String, List<String>> described(Json expected) {
        Map<String, List<String>> described = new TreeMap<>();
        expected.asObj().orElseThrow().members().forEach((file, changes) -> {
            List<String> list = new ArrayList<>();
            changes.items()
                    .forEach(change -> list.add(change.text("object") + " " + change.text("old") + " -> "
                            + change.text("new") + " by " + change.text("setter")));
            list.sort(null);
            described.put(file, list);
        });
        return described;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
                    .forEach(path -> contents.put(folder.relativize(path).toString(), read(path)));
        }
        return contents;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
