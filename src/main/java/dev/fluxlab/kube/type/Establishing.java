package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accepts the names of custom resource definitions, so that their kinds may be served. */
public final class Establishing {

    private Establishing() {}

    /** Whether a definition's kinds are to be served. */
    public static boolean isEstablished(Obj definition) {
        return condition(definition, "Established")
                .filter(condition -> condition.text("status").equals("True"))
                .isPresent();
    }

    /** The definition with the status that the naming and establishing controllers leave. */
    public static Obj establish(Obj definition, TypeCatalog catalog, Instant now) {
        Optional<String> taken = conflict(definition, catalog);
        Obj names = taken.isPresent() ? definition.obj("status", "acceptedNames") : definition.obj("spec", "names");
        Obj accepted = taken.isPresent()
                ? entry("NamesAccepted", "False", taken.get(), now)
                : entry("NamesAccepted", "True", "NoConflicts: no conflicts found", now);
        Obj established = taken.isPresent()
                ? entry("Established", "False", "NotAccepted: not all names are accepted", now)
                : entry("Established", "True", "InitialNamesAccepted: the initial names have been accepted", now);
        boolean stays = taken.isPresent() && isEstablished(definition);
        return definition.withObj("status", status -> status.with("acceptedNames", names)
                .with(
                        "conditions",
                        conditions(definition, stays ? List.of(accepted) : List.of(accepted, established))));
    }

    private static Arr conditions(Obj definition, List<Obj> wanted) {
        Stream<Json> kept = definition.items("status", "conditions").stream().filter(condition -> wanted.stream()
                .noneMatch(next -> next.text("type").equals(condition.text("type"))));
        Stream<Json> next = wanted.stream().map(condition -> unchanged(definition, condition));
        return new Arr(Stream.concat(next, kept).toList());
    }

    /** A condition that says the same as before keeps its time. */
    private static Json unchanged(Obj definition, Obj next) {
        return condition(definition, next.text("type"))
                .filter(old -> old.asObj()
                        .orElse(Obj.EMPTY)
                        .without("lastTransitionTime")
                        .equals(next.without("lastTransitionTime")))
                .orElse(next);
    }

    private static Optional<Json> condition(Obj definition, String type) {
        return definition.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst();
    }

    private static Obj entry(String type, String status, String said, Instant now) {
        int colon = said.indexOf(": ");
        return Obj.builder()
                .put("type", type)
                .put("status", status)
                .put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("reason", said.substring(0, colon))
                .put("message", said.substring(colon + 2))
                .build();
    }

    /** Reason and message of the first name that another definition of the group holds. */
    private static Optional<String> conflict(Obj definition, TypeCatalog catalog) {
        Obj names = definition.obj("spec", "names");
        List<ResourceType> others = catalog.all().stream()
                .filter(type -> type.group().equals(definition.text("spec", "group")))
                .filter(type -> !type.plural().equals(names.text("plural")))
                .toList();
        List<String> words = Stream.concat(
                        Stream.of(names.text("plural"), names.text("singular")),
                        names.items("shortNames").stream().flatMap(name -> name.asText().stream()))
                .toList();
        return others.stream()
                .flatMap(other -> Stream.concat(
                        words.stream()
                                .filter(word -> names(other).contains(word))
                                .map(word -> reason(names, word) + ": \"" + word + "\" is already in use"),
                        Stream.of(other.kind().kind())
                                .filter(names.text("kind")::equals)
                                .map(kind -> "KindConflict: \"" + kind + "\" is already in use")))
                .findFirst();
    }

    private static List<String> names(ResourceType type) {
        return Stream.concat(Stream.of(type.plural(), type.singular()), type.shortNames().stream())
                .toList();
    }

    private static String reason(Obj names, String word) {
        if (word.equals(names.text("plural"))) {
            return "PluralConflict";
        }
        return word.equals(names.text("singular")) ? "SingularConflict" : "ShortNamesConflict";
    }
}
