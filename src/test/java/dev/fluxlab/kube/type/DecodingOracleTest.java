package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Oracle;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects with unknown members, nulls and wrong types, and quantities, are read as Kubernetes' own libraries read them. */
class DecodingOracleTest {

    private static final Normaliser DEPLOYMENT =
            new Normaliser(new BuiltInSchemas().find("apps", "v1", "Deployment").orElseThrow());

    @TestFactory
    Stream<DynamicTest> objects_decode_as_in_go() {
        List<Json> cases = Oracle.cases("decoding");
        return IntStream.range(0, cases.size())
                .mapToObj(i -> DynamicTest.dynamicTest("case " + i, () -> compare(cases.get(i))));
    }

    private static void compare(Json question) {
        Obj object = question.obj("input");
        String error = question.text("error");
        if (!error.isEmpty()) {
            assertThat(catchThrowable(() -> DEPLOYMENT.normalise(object)))
                    .as("%s", question)
                    .isInstanceOf(WrongTypeException.class)
                    .hasMessage(error);
            return;
        }
        Normaliser.Normal normal = DEPLOYMENT.normalise(object);
        assertThat(normal.object()).as("%s", question).isEqualTo(question.obj("output"));
        assertThat(normal.complaints())
                .isEqualTo(question.items("strict").stream()
                        .map(complaint -> complaint.text())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> quantities_are_written_as_in_go() {
        return Oracle.cases("quantities").stream()
                .map(question -> DynamicTest.dynamicTest(question.text("input"), () -> quantity(question)));
    }

    private static void quantity(Json question) {
        String text = question.text("input");
        String error = question.text("error");
        if (error.isEmpty()) {
            assertThat(Quantity.parse(text)).hasToString(question.text("output"));
        } else {
            assertThat(catchThrowable(() -> Quantity.parse(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(error);
        }
    }
}
