package dev.fluxlab.flux.setter;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.Optional;

/**
 * What a comment asks to set: the setter's name, its value, and the type its value is to keep. Beside the short form
 * {@code {"$imagepolicy": "ns:name"}} kyaml reads two long ones, a reference to a setter and a setter in place.
 */
record Marker(String setter, String value, String type) {

    static final String TOKEN = "\"$imagepolicy\"";

    private static final String SHORT_KEY = "$imagepolicy";
    private static final String REFERENCE = "#/definitions/io.k8s.cli.setters.";

    static Optional<Marker> read(String comment, Setters setters) {
        return json(comment.replaceFirst("^#+", "")).flatMap(json -> {
            Optional<String> name = shortName(json).or(() -> reference(json));
            return name.isPresent()
                    ? setters.value(name.get()).map(value -> new Marker(name.get(), value, "string"))
                    : inPlace(json);
        });
    }

    private static Optional<Obj> json(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return JsonText.read(text).asObj();
        } catch (DocumentException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> shortName(Obj json) {
        boolean onlyTexts = json.members().values().stream()
                .allMatch(value -> value.asText().isPresent() || value.isNull());
        return onlyTexts ? json.get(SHORT_KEY).flatMap(Json::asText).filter(name -> !name.isEmpty()) : Optional.empty();
    }

    private static Optional<String> reference(Obj json) {
        return json.get("$ref")
                .flatMap(Json::asText)
                .filter(ref -> ref.startsWith(REFERENCE))
                .map(ref -> ref.substring(REFERENCE.length()));
    }

    private static Optional<Marker> inPlace(Obj json) {
        return json.at("x-k8s-cli", "setter")
                .flatMap(Json::asObj)
                .map(setter -> new Marker(setter.text("name"), setter.text("value"), type(json)));
    }

    private static String type(Obj json) {
        return json.items("type").stream().findFirst().map(Json::text).orElseGet(() -> json.text("type"));
    }
}
