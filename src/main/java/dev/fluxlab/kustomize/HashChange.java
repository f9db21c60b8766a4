package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Ends the name of each generated object with a hash of its content, so that a change of content is a new object. */
final class HashChange implements Change {

    @Override
    public void apply(ResourceSet resources) {
        resources.all().stream().filter(Resource::isHashed).forEach(resource -> {
            String hash = hash(resource.body());
            resource.remember();
            resource.rename(resource.name() + "-" + hash);
        });
    }

    static String hash(Obj object) {
        Map<String, Json> content = new TreeMap<>();
        content.put("kind", new Str(object.text("kind")));
        // kustomize looks for a field of the name "metadata/name", which no object has
        content.put("name", new Str(""));
        content.put("data", object.get("data").map(HashChange::sorted).orElse(new Str("")));
        if (object.text("kind").equals("Secret")) {
            content.put("type", new Str(object.text("type")));
            object.get("stringData").ifPresent(value -> content.put("stringData", sorted(value)));
        } else {
            object.get("binaryData").ifPresent(value -> content.put("binaryData", sorted(value)));
        }
        return encode(goJson(Obj.ofMembers(content)));
    }

    private static Json sorted(Json value) {
        return value.asObj()
                .<Json>map(obj -> Obj.ofMembers(new TreeMap<>(obj.members())))
                .orElse(value);
    }

    /** Go's JSON also escapes what would be markup in a web page. */
    private static String goJson(Obj content) {
        return JsonText.print(content)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Ten digits of the SHA-256, without vowels and look-alikes, so that no hash spells a word. */
    private static String encode(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(digest)
                    .substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
