package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random patches, directives among them, make of a Deployment what Kubernetes' own library makes of it. */
class StrategicMergeOracleTest {

    private static final Schema DEPLOYMENT =
            new BuiltInSchemas().find("apps", "v1", "Deployment").orElseThrow();

    @TestFactory
    Stream<DynamicTest> patches_make_what_the_library_makes() {
        List<Json> cases = Oracle.cases("strategic");
        return IntStream.range(0, cases.size())
                .mapToObj(i -> DynamicTest.dynamicTest("case " + i, () -> compare(cases.get(i))));
    }

    private static void compare(Json question) {
        Obj original = question.obj("input");
        Obj patch = question.obj("patch");
        String error = question.text("error");
        if (error.isEmpty()) {
            assertThat(StrategicMerge.apply(original, patch, DEPLOYMENT))
                    .as("%s", question)
                    .isEqualTo(question.obj("output"));
        } else {
            assertThat(catchThrowable(() -> StrategicMerge.apply(original, patch, DEPLOYMENT)))
                    .as("%s", question)
                    .isInstanceOf(PatchException.class)
                    .hasMessage(error);
        }
    }
}
