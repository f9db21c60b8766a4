package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** A release of a repository, in the shape of GitHub's API. */
public record Release(
        long id, String tag, String name, String body, String commit, String author, String createdAt, boolean pre) {

    public Obj json() {
        return Obj.builder()
                .put("id", id)
                .put("tag_name", tag)
                .put("target_commitish", commit)
                .put("name", name)
                .put("body", body)
                .put("draft", false)
                .put("prerelease", pre)
                .put("created_at", createdAt)
                .put("published_at", createdAt)
                .put("author", Obj.of("login", author))
                .build();
    }

    static Release read(Json json) {
        return new Release(
                json.at("id").flatMap(Json::asLong).orElse(0L),
                json.text("tag_name"),
                json.text("name"),
                json.text("body"),
                json.text("target_commitish"),
                json.text("author", "login"),
                json.text("created_at"),
                json.at("prerelease").flatMap(Json::asBoolean).orElse(false));
    }
}
