package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import java.util.Locale;

/** A kind that the API server serves. */
record KubeResource(String groupVersion, Json entry) {

    String plural() {
        return entry.text("name");
    }

    String group() {
        int slash = groupVersion.indexOf('/');
        return slash < 0 ? "" : groupVersion.substring(0, slash);
    }

    boolean isNamespaced() {
        return entry.at("namespaced").flatMap(Json::asBoolean).orElse(false);
    }

    boolean answersTo(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        String kind = entry.text("kind").toLowerCase(Locale.ROOT);
        return name.equals(plural())
                || name.equals(kind)
                || !group().isEmpty() && (name.equals(plural() + "." + group()) || name.equals(kind + "." + group()))
                || entry.items("shortNames").contains(Json.string(name));
    }

    /** The object as kubectl names it in its messages. */
    String named(String name) {
        String suffix = group().isEmpty() ? "" : "." + group();
        return entry.text("kind").toLowerCase(Locale.ROOT) + suffix + "/" + name;
    }

    String path(String namespace) {
        String base = (group().isEmpty() ? "/api/" : "/apis/") + groupVersion;
        return base + (isNamespaced() && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + plural();
    }
}
