package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pod templates: whether two are the same, and the hash that names a ReplicaSet. */
final class PodTemplate {

    static final String HASH_LABEL = "pod-template-hash";

    /** Without vowels and what is easily misread, so that a hash spells nothing. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private PodTemplate() {}

    /** The hash label is the controller's own and does not count. */
    static boolean same(Obj one, Obj other) {
        return withoutHash(one).equals(withoutHash(other));
    }

    private static Obj withoutHash(Obj template) {
        Obj metadata = template.obj("metadata");
        Obj labels = metadata.obj("labels").without(HASH_LABEL);
        return template.with("metadata", metadata.without("creationTimestamp").with("labels", labels));
    }

    /** A hash that the same template always has; a collision count gives another. */
    static String hash(Obj template, int collisions) {
        String text = JsonText.print(sorted(withoutHash(template))) + (collisions > 0 ? "#" + collisions : "");
        int hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return Integer.toUnsignedString(hash)
                .chars()
                .mapToObj(digit -> String.valueOf(ALPHABET.charAt(digit % ALPHABET.length())))
                .collect(Collectors.joining());
    }

    private static Json sorted(Json value) {
        if (value instanceof Obj obj) {
            TreeMap<String, Json> members = new TreeMap<>();
            obj.members().forEach((key, member) -> members.put(key, sorted(member)));
            return Obj.ofMembers(members);
        }
        if (value instanceof Arr arr) {
            return new Arr(arr.items().stream().map(PodTemplate::sorted).toList());
        }
        return value;
    }
}
