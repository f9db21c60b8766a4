package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Normaliser;
import dev.fluxlab.kube.type.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind that is served, in the round-trip data of Kubernetes' own module k8s.io/api when the Go module cache of this
 * machine has it: objects with every field set, in JSON and in protobuf.
 */
class UpstreamObjectsTest {

    private static final Path MODULES = Path.of(System.getProperty("user.home"), "go/pkg/mod/k8s.io");

    private final BuiltInSchemas schemas = new BuiltInSchemas();

    @TestFactory
    Stream<DynamicTest> full_objects_are_canonical_in_json_and_in_protobuf() throws IOException {
        return files().stream().flatMap(this::tests);
    }

    private static List<Path> files() throws IOException {
        assumeTrue(Files.isDirectory(MODULES), "no Go module cache");
        try (Stream<Path> modules = Files.list(MODULES)) {
            Optional<Path> data = modules.filter(
                            dir -> dir.getFileName().toString().startsWith("api@v0.36."))
                    .map(dir -> dir.resolve("testdata/HEAD"))
                    .filter(Files::isDirectory)
                    .findFirst();
            assumeTrue(data.isPresent(), "no k8s.io/api@v0.36 in the Go module cache");
            try (Stream<Path> files = Files.list(data.get())) {
                return files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
        }
    }

    private Stream<DynamicTest> tests(Path file) {
        Obj object = JsonText.read(read(file)).asObj().orElseThrow();
        String apiVersion = object.text("apiVersion");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return schemas.find(group, apiVersion.substring(slash + 1), object.text("kind")).stream()
                .flatMap(schema -> Stream.of(
                        DynamicTest.dynamicTest(file.getFileName() + "", () -> canonical(schema, object)),
                        DynamicTest.dynamicTest(file.getFileName() + " pb", () -> protobuf(schema, object, file))));
    }

    private static void canonical(Schema schema, Obj object) {
        Normaliser.Normal normal = new Normaliser(schema).normalise(object);
        assertThat(normal.complaints()).isEmpty();
        assertThat(pretty(normal.object())).isEqualTo(pretty(object));
    }

    private void protobuf(Schema schema, Obj object, Path file) {
        Path packed = file.resolveSibling(file.getFileName().toString().replaceAll("json$", "pb"));
        Obj decoded = new ProtobufDecoder(schemas).decode(read(packed));
        assertThat(pretty(new Normaliser(schema).normalise(decoded).object())).isEqualTo(pretty(object));
    }

    private static String pretty(Json json) {
        return JsonText.pretty(json);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
