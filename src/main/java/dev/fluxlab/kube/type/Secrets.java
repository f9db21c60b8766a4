package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.missing;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;

/** v1 Secret. */
final class Secrets {

    private static final Table TABLE = new Table()
            .name()
            .text("Type", Doc.of("type"), object -> object.text("type"))
            .number("Data", "string", Doc.of("data"), object ->
                    (long) object.obj("data").size())
            .age();

    private Secrets() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "Secret")
                .rules(Rules.builder()
                        .defaults(Secrets::encoded, missing("type", "Opaque"))
                        .check(SecretChecks::check)
                        .checkChange(Immutable.field("type"))
                        .checkChange(ConfigMaps::checkImmutable)
                        .selectable("type")
                        .table(TABLE));
    }

    /** What was written as text joins the data, keys in order. */
    private static Obj encoded(Obj object) {
        if (!object.has("stringData")) {
            return object;
        }
        TreeMap<String, Json> data = new TreeMap<>(object.obj("data").members());
        object.texts("stringData").forEach((key, text) -> data.put(key, Json.string(encode(text))));
        Obj without = object.without("stringData");
        return data.isEmpty() ? without : without.with("data", Obj.ofMembers(data));
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
