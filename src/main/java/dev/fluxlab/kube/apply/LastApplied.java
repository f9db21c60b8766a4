package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.Optional;
import java.util.TreeMap;

/** The annotation in which kubectl's client-side apply keeps what it applied: the bridge from there to server-side apply. */
final class LastApplied {

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MOST_BYTES_OF_ANNOTATIONS = 256 << 10;

    private LastApplied() {}

    /**
     * The fields that client-side apply set and that still are as it set them: kubectl may take those without force.
     * Empty when the annotation is missing or unusable.
     */
    static Optional<FieldSet> stillAsApplied(Target target, Obj live) {
        String text = live.text("metadata", "annotations", ANNOTATION);
        if (text.isEmpty() || ObjectCheck.faultOfApplied(target.schema(), live).isPresent()) {
            return Optional.empty();
        }
        try {
            return JsonText.read(text)
                    .asObj()
                    .filter(last -> last.text("apiVersion").equals(target.apiVersion()))
                    .filter(last ->
                            ObjectCheck.faultOfApplied(target.schema(), last).isEmpty())
                    .map(last -> unchanged(target, last, live));
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }

    private static FieldSet unchanged(Target target, Obj last, Obj live) {
        Comparison since = Comparison.of(target.schema(), last, live);
        return OwnedFields.of(target.schema(), last).difference(since.changed()).difference(since.removed());
    }

    /** The object with its annotation, if it has one, brought up to what kubectl now applies from the server's side. */
    static Obj refreshed(Obj object, Obj applied) {
        Obj annotations = object.obj("metadata", "annotations");
        if (annotations.text(ANNOTATION).isEmpty()) {
            return object;
        }
        Obj next = annotations.with(ANNOTATION, encoded(applied));
        Obj kept = bytes(next) > MOST_BYTES_OF_ANNOTATIONS ? annotations.without(ANNOTATION) : next;
        return object.withObj("metadata", meta -> meta.with("annotations", kept));
    }

    private static String encoded(Obj applied) {
        Obj bare = applied.at("metadata", "annotations").isEmpty()
                ? applied
                : applied.withObj("metadata", meta -> meta.withObj("annotations", all -> all.without(ANNOTATION)));
        return JsonText.print(sorted(bare)) + "\n";
    }

    private static int bytes(Obj annotations) {
        return annotations.texts().entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length())
                .sum();
    }

    private static Json sorted(Json value) {
        if (value instanceof Obj obj) {
            TreeMap<String, Json> members = new TreeMap<>();
            obj.members().forEach((key, member) -> members.put(key, sorted(member)));
            return Obj.ofMembers(members);
        }
        return value instanceof Arr arr
                ? new Arr(arr.items().stream().map(LastApplied::sorted).toList())
                : value;
    }
}
