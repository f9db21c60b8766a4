package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random applies and updates of a Deployment leave the object and the owners that Kubernetes' own field manager leaves. */
class OwnershipOracleTest {

    private static final Schema DEPLOYMENT =
            new BuiltInSchemas().find("apps", "v1", "Deployment").orElseThrow();

    @TestFactory
    Stream<DynamicTest> writes_leave_what_the_field_manager_leaves() {
        List<Json> runs = Oracle.cases("ownership");
        return IntStream.range(0, runs.size())
                .mapToObj(i -> DynamicTest.dynamicTest("run " + i, () -> play(runs.get(i))));
    }

    private static void play(Json run) {
        Obj live = Obj.EMPTY;
        List<Json> steps = run.items();
        for (int i = 0; i < steps.size(); i++) {
            Json step = steps.get(i);
            if (!step.text("error").isEmpty()) {
                refuses(step, live, "step " + i);
                continue;
            }
            assertThat(outcome(step, live)).as("step %d: %s", i, step).isEqualTo(withUid(step.obj("result")));
            live = step.obj("result");
        }
    }

    private static Obj withUid(Obj object) {
        return object.withObj("metadata", meta -> meta.with("uid", "u"));
    }

    private static void refuses(Json step, Obj live, String name) {
        try {
            assertThat(outcome(step, live)).as(name + " " + step).isNull();
        } catch (ConflictException conflict) {
            List<String> causes = new ArrayList<>(conflict.conflicts().stream()
                    .map(each -> each.message() + ": " + each.field())
                    .sorted()
                    .toList());
            assertThat(causes)
                    .isEqualTo(step.items("causes").stream()
                            .map(cause -> cause.text())
                            .sorted()
                            .toList());
            assertThat(conflict.getMessage()).isEqualTo(step.text("error"));
        } catch (PatchException refused) {
            // Go goes through the members of a map in no order, and so do several faults
            assertThat(lines(String.valueOf(refused.getMessage()))).isEqualTo(lines(step.text("error")));
        }
    }

    private static List<String> lines(String message) {
        return message.lines().sorted().toList();
    }

    private static Obj outcome(Json step, Obj live) {
        String subresource = step.text("subresource");
        List<String> reset = subresource.equals("status") ? List.of("spec", "metadata.labels") : List.of("status");
        Ownership ownership = new Ownership(new Target("apps/v1", "Deployment", DEPLOYMENT, subresource, reset));
        Writer writer = new Writer(step.text("manager"), time(step));
        boolean force = step.at("force").isPresent();
        Obj object = step.obj("object");
        boolean applies = step.at("apply").flatMap(Json::asBoolean).orElse(false);
        return withUid(applies ? ownership.apply(live, object, writer, force) : ownership.update(live, object, writer));
    }

    /** When the recorded write was made: the latest time of its outcome. */
    private static Instant time(Json step) {
        return step.obj("result").items("metadata", "managedFields").stream()
                .map(entry -> entry.text("time"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
