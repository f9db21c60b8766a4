package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which objects a list or watch is about, by the fields that their kind lets select. */
record FieldSelector(List<Term> terms) {

    private static final String NAME = "metadata.name";
    private static final String NAMESPACE = "metadata.namespace";
    private static final Map<String, Function<Obj, String>> META = Map.of(
            NAME, object -> object.text("metadata", "name"),
            NAMESPACE, object -> object.text("metadata", "namespace"));

    FieldSelector {
        terms = List.copyOf(terms);
    }

    /** A field with what it must (not) be. */
    record Term(String field, Function<Obj, String> getter, boolean equal, String value) {
        boolean matches(Obj object) {
            return getter.apply(object).equals(value) == equal;
        }
    }

    static FieldSelector parse(String text, ResourceType type) {
        List<Term> terms = new ArrayList<>();
        for (String term : split(text)) {
            if (!term.isEmpty()) {
                terms.add(term(term, text, type));
            }
        }
        return new FieldSelector(terms);
    }

    private static Term term(String term, String whole, ResourceType type) {
        int at = term.indexOf('=');
        if (at < 0) {
            throw Refusals.badRequest("invalid selector: '" + whole + "'; can't understand '" + term + "'");
        }
        boolean unequal = at > 0 && term.charAt(at - 1) == '!';
        String field = term.substring(0, unequal ? at - 1 : at);
        String value = term.substring(term.startsWith("==", at) ? at + 2 : at + 1);
        return new Term(field, getter(field, type), !unequal, unescaped(value));
    }

    private static Function<Obj, String> getter(String field, ResourceType type) {
        return Optional.ofNullable(META.get(field))
                .or(() -> Optional.ofNullable(type.rules().selectableFields().get(field)))
                .orElseThrow(() -> Refusals.badRequest(
                        type.rules().selectableFields().isEmpty()
                                ? "\"" + field + "\" is not a known field selector: only \"metadata.name\","
                                        + " \"metadata.namespace\""
                                : "field label not supported: " + field));
    }

    /** Splits at commas that no backslash escapes. */
    private static List<String> split(String text) {
        return List.of(text.split("(?<!\\\\),", -1));
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\([\\\\,=])", "$1");
    }

    boolean isEverything() {
        return terms.isEmpty();
    }

    boolean matches(Obj object) {
        return terms.stream().allMatch(term -> term.matches(object));
    }

    /** The one name that can match, when the selector says so. */
    Optional<String> name() {
        return terms.stream()
                .filter(term -> term.field().equals(NAME) && term.equal())
                .map(Term::value)
                .findFirst();
    }
}
