package dev.fluxlab.flux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.flux.setter.Change;
import dev.fluxlab.flux.setter.ChangedObject;
import dev.fluxlab.flux.setter.Changes;
import dev.fluxlab.flux.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every vector of commit-message.json: Go's output, and its errors to the letter. */
class CommitMessageVectorTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("fluxlab.vectors", "../shared/vectors")).resolve("commit-message.json");

    private static final Pattern OBJECT = Pattern.compile("(\\S+) (\\S+) (?:\\(no name\\)|([^/]*)/(.*))");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        assumeTrue(Files.exists(VECTORS), "no vectors at " + VECTORS);
        Json all = JsonText.read(Files.readString(VECTORS));
        return all.items("vectors").stream()
                .map(vector -> DynamicTest.dynamicTest(vector.text("id"), () -> check(all.obj("data"), vector)));
    }

    private static void check(Json data, Json vector) {
        CommitMessage message = new CommitMessage(vector.text("template"), data.texts("Values"));
        Changes changes = changes(data.obj(vector.text("data")));
        String namespace = data.text("AutomationObject", "Namespace");
        String name = data.text("AutomationObject", "Name");
        if (vector.at("expectedError").isPresent()) {
            assertThatThrownBy(() -> message.render(namespace, name, changes))
                    .isInstanceOf(TemplateException.class)
                    .hasMessage(vector.text("expectedError"));
            return;
        }
        String rendered = message.render(namespace, name, changes);
        List<String> admitted = vector.at("expected").isPresent()
                ? List.of(vector.text("expected"))
                : vector.items("expectedOneOf").stream().map(Json::text).toList();
        assertThat(rendered).isIn(admitted);
    }

    private static Changes changes(Json files) {
        Changes changes = new Changes();
        files.asObj().orElseThrow().members().forEach((file, objects) -> objects.asObj()
                .orElseThrow()
                .members()
                .forEach((object, list) ->
                        list.items().forEach(change -> changes.add(file, object(object), change(change)))));
        return changes;
    }

    private static ChangedObject object(String text) {
        Matcher form = OBJECT.matcher(text);
        assertThat(form.matches())
                .as("an object as the vectors write it: %s", text)
                .isTrue();
        boolean named = form.group(3) != null;
        return new ChangedObject(form.group(1), form.group(2), named ? form.group(3) : "", named ? form.group(4) : "");
    }

    private static Change change(Json tuple) {
        List<String> parts = tuple.items().stream().map(Json::text).toList();
        return new Change(parts.get(0), parts.get(1), parts.get(2));
    }
}
