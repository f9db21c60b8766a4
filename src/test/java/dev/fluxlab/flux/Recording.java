package dev.fluxlab.flux;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One recorded stage, and how live objects are made comparable with it. */
final class Recording {

    private static final Map<String, String> FILES = Map.of(
            "GitRepository", "gitrepository.yaml",
            "Kustomization", "kustomization.yaml",
            "ImageRepository", "imagerepository.yaml",
            "ImagePolicy", "imagepolicy.yaml",
            "ImageUpdateAutomation", "imageupdateautomation.yaml",
            "Deployment", "deployment.yaml");

    /** Depends on which of two runs came first, or on how often one found nothing. */
    private static final List<String> CHANCE = List.of(
            "Dependencies do not meet ready condition",
            "no changes since last reconciliation",
            "tags did not change",
            "no tags in database",
            "object not found",
            "failed to update ref",
            "repository up-to-date",
            "no change since last reconciliation",
            "(combined from similar events)",
            "garbage collected",
            "stored artifact for commit 'chore(",
            "next scan in");

    private final Path folder;
    private final UnaryOperator<String> places;

    Recording(Path folder, UnaryOperator<String> places) {
        this.folder = folder;
        this.places = places;
    }

    List<Obj> objects(String kind) throws IOException {
        return YamlText.read(Files.readString(folder.resolve(FILES.getOrDefault(kind, "none")))).items("items").stream()
                .map(Json::obj)
                .toList();
    }

    /** Conditions as one line each. */
    Set<String> conditions(Obj object) {
        return object.items("status", "conditions").stream()
                .map(condition -> condition.text("type") + "=" + condition.text("status") + " "
                        + condition.text("reason") + " " + normal(condition.text("message")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the manager wrote, by operation and subresource. */
    static Map<String, Json> fields(Obj object, String manager) {
        Map<String, Json> fields = new TreeMap<>();
        object.items("metadata", "managedFields").stream()
                .filter(entry -> entry.text("manager").equals(manager))
                .forEach(entry ->
                        fields.put(entry.text("operation") + "/" + entry.text("subresource"), comparable(entry)));
        return fields;
    }

    /** Which objects were asked for a run before a stage is not part of what a stage shows. */
    private static Obj comparable(Json entry) {
        Obj fields = entry.obj("fieldsV1");
        return fields.has("f:status")
                ? fields.withObj("f:status", status -> status.without("f:lastHandledReconcileAt"))
                : fields;
    }

    /** Events of Flux's controllers but for those that chance decides. */
    Set<String> events() throws IOException {
        return JsonText.read(Files.readAllBytes(folder.resolve("events.json"))).items().stream()
                .filter(event -> FILES.containsKey(event.text("kind"))
                        && !event.text("kind").equals("Deployment"))
                .map(event -> event.text("kind") + " " + event.text("namespace") + "/" + event.text("name") + " "
                        + event.text("type") + " " + event.text("reason") + " " + event.text("message"))
                .filter(event -> CHANCE.stream().noneMatch(event::contains))
                .map(this::normal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String normal(String text) {
        return places.apply(text)
                .replaceAll("sha1:[0-9a-f]{40}", "sha1:COMMIT")
                .replaceAll("pushed commit '[0-9a-f]{7}'", "pushed commit 'COMMIT'")
                .replaceAll("(found [0-9]+ tags with checksum) [0-9]+", "$1 SUM")
                .replaceAll("(finished in|passed in|failed after) [0-9a-zµ.]+", "$1 DURATION");
    }
}
