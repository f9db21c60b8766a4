package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonPatch;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.MergePatch;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.Schema;
import dev.fluxlab.kube.type.TypeCatalog;
import dev.fluxlab.kube.type.WrongTypeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The writes that a real server was recorded with, played through the merging and the ownership of this package. */
class RecordedWritesGoldenTest {

    private static final Path RECORDING =
            Path.of(System.getProperty("fluxlab.golden", "../shared/golden"), "api/exchanges.json");

    /** Refused before or after what this package does. */
    private static final Set<String> REFUSED_ELSEWHERE =
            Set.of("patch/immutable-selector", "apply/no-manager", "scale/negative");

    private final Map<String, Obj> live = new HashMap<>();
    private TypeCatalog types = TypeCatalog.builtIn();

    @TestFactory
    Stream<DynamicTest> a_recorded_write_leaves_the_recorded_owners() throws IOException {
        assumeTrue(Files.exists(RECORDING), "no recording at " + RECORDING);
        List<DynamicTest> tests = new ArrayList<>();
        for (Json exchange : JsonText.read(Files.readAllBytes(RECORDING)).items()) {
            replay(exchange, tests);
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    private void replay(Json exchange, List<DynamicTest> tests) {
        Obj request = exchange.obj("request");
        String verb = request.text("method");
        URI uri = URI.create(request.text("path").replace("{{", "").replace("}}", ""));
        boolean patches = verb.equals("PATCH");
        boolean creates = verb.equals("POST") && request.obj("body").has("metadata");
        if (!patches && !creates && !verb.equals("PUT")
                || exchange.text("name").startsWith("delete/")
                || REFUSED_ELSEWHERE.contains(exchange.text("name"))) {
            return;
        }
        Obj body = request.obj("body");
        if (body.text("kind").equals("CustomResourceDefinition")
                && exchange.obj("response").has("spec")) {
            types = types.with(body);
        }
        String[] parts = uri.getPath().split("/", -1);
        Address address = Address.of(parts);
        types.find(address.group(), address.version(), address.plural())
                .filter(type -> type.schema().kind() == Schema.Kind.OBJECT)
                .ifPresent(type -> {
                    Write write = new Write(type, address, exchange);
                    String name = creates ? body.text("metadata", "name") : address.name();
                    String key = address.plural() + "/" + name;
                    Obj before = live.getOrDefault(key, Obj.EMPTY);
                    if (patches && before.isEmpty() && !write.isApply()
                            || write.isDryRun()
                            || verb.equals("PUT") && before.isEmpty()) {
                        return;
                    }
                    Outcome outcome = outcome(write, before);
                    Json answer = exchange.at("response").orElse(dev.fluxlab.document.Null.NULL);
                    if (!answer.isNull()) {
                        tests.add(DynamicTest.dynamicTest(exchange.text("name"), () -> outcome.matches(answer)));
                    }
                    if (answer instanceof Obj object
                            && object.has("metadata")
                            && !object.text("kind").equals("Status")) {
                        live.put(key, object);
                    } else if (answer.isNull() && outcome.failure() == null && !key.endsWith("/")) {
                        live.put(key, outcome.object().withObj("metadata", meta -> meta.with("uid", "u")));
                    }
                });
    }

    private static Outcome outcome(Write write, Obj before) {
        try {
            return new Outcome(write.result(before), null);
        } catch (PatchException | ConflictException | WrongTypeException | DocumentException e) {
            return new Outcome(Obj.EMPTY, e);
        }
    }

    private record Address(String group, String version, String plural, String name, String subresource) {
        static Address of(String[] parts) {
            boolean core = parts[1].equals("api");
            int at = core ? 3 : 4;
            if (parts.length > at && parts[at].equals("namespaces") && parts.length > at + 2) {
                at += 2;
            }
            return new Address(
                    core ? "" : parts[2],
                    core ? parts[2] : parts[3],
                    part(parts, at),
                    part(parts, at + 1),
                    part(parts, at + 2));
        }

        private static String part(String[] parts, int at) {
            return parts.length > at ? parts[at] : "";
        }
    }

    private record Write(ResourceType type, Address address, Json exchange) {

        boolean isApply() {
            return exchange.text("request", "contentType").startsWith("application/apply-patch");
        }

        boolean isDryRun() {
            return exchange.text("request", "path").contains("dryRun");
        }

        private Writer writer() {
            String query = exchange.text("request", "path");
            int at = query.indexOf("fieldManager=");
            String manager = at < 0 ? "recorder" : query.substring(at + 13).split("&", -1)[0];
            return new Writer(manager, Instant.parse("2026-11-21T05:18:46Z"));
        }

        Obj result(Obj before) {
            if (address.subresource().equals("scale")) {
                return scaled(before);
            }
            Target target = new Target(
                    type.apiVersion(),
                    type.kind().kind(),
                    type.schema(),
                    address.subresource(),
                    type.rules().resetFields(address.subresource()));
            Ownership ownership = new Ownership(target);
            Obj body = exchange.obj("request", "body");
            if (isApply()) {
                boolean force = exchange.text("request", "path").contains("force=true");
                return Ownership.settle(before, decoded(ownership.apply(before, body, writer(), force)));
            }
            Obj next = ownership.update(before, decoded(next(before, body)), writer());
            return address.subresource().equals("status")
                    ? type.rules().preparedForStatus(next, before)
                    : Ownership.settle(before, next);
        }

        private Obj scaled(Obj before) {
            Json asked = exchange.at("request", "body", "spec", "replicas").orElseThrow();
            Obj scale = Obj.of("metadata", Obj.of("uid", "u"))
                    .with(
                            "spec",
                            Obj.of("replicas", before.at("spec", "replicas").orElseThrow()));
            Obj parent = before.withObj("spec", spec -> spec.with("replicas", asked));
            return new ScaleOwnership(type.apiVersion(), "spec.replicas")
                    .update(parent, scale, scale.with("spec", Obj.of("replicas", asked)), writer());
        }

        private Obj next(Obj before, Obj body) {
            return switch (exchange.text("request", "contentType")) {
                case "application/merge-patch+json" -> MergePatch.apply(before, body)
                        .obj();
                case "application/strategic-merge-patch+json" -> StrategicMerge.apply(before, body, type.schema());
                case "application/json-patch+json" -> JsonPatch.of(
                                exchange.at("request", "body").orElseThrow())
                        .apply(before)
                        .obj();
                default -> body.withObj(
                        "metadata", meta -> before.isEmpty() ? meta : meta.with("uid", before.text("metadata", "uid")));
            };
        }

        private Obj decoded(Obj object) {
            Obj known = type.decode(object).object();
            return known;
        }
    }

    private record Outcome(Obj object, @org.jspecify.annotations.Nullable RuntimeException failure) {

        void matches(Json answer) {
            if (answer.text("status").equals("Failure")) {
                if (failure != null && !(failure instanceof DocumentException)) {
                    assertThat(answer.text("message")).endsWith(failure.getMessage());
                }
                return;
            }
            assertThat(failure).isNull();
            assertThat(owners(object)).isEqualTo(owners(answer));
            if (answer.text("kind").equals("Namespace")) {
                return; // its finalizer is the strategy's business
            }
            for (String part : List.of("data", "spec")) {
                assertThat(object.obj(part)).as(part).isEqualTo(answer.obj(part));
            }
        }

        /** In the order of names: the recorded writes fell into the same seconds. */
        private static Json owners(Json object) {
            return new Arr(object.items("metadata", "managedFields").stream()
                    .filter(entry -> !entry.text("manager").equals("kube-controller-manager"))
                    .<Json>map(entry -> entry.obj().has("time")
                            ? entry.obj().with("time", "some").with("fieldsV1", sorted(entry.obj("fieldsV1")))
                            : entry.obj().with("fieldsV1", sorted(entry.obj("fieldsV1"))))
                    .<Json>map(entry -> sorted(entry.obj()))
                    .sorted(Comparator.comparing(
                            entry -> entry.text("operation") + entry.text("manager") + entry.text("subresource")))
                    .toList());
        }

        private static Obj sorted(Obj obj) {
            Map<String, Json> members = new java.util.TreeMap<>();
            obj.members().forEach((key, value) -> members.put(key, value instanceof Obj inner ? sorted(inner) : value));
            return Obj.ofMembers(members);
        }
    }
}
