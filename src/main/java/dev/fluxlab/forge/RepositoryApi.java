package dev.fluxlab.forge;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.forge.run.Release;
import dev.fluxlab.forge.run.ReleaseStore;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.util.List;

/** Repositories, the log of what was pushed to them, and their releases. */
final class RepositoryApi {

    private final ReleaseStore releases;

    RepositoryApi(ReleaseStore releases) {
        this.releases = releases;
    }

    void addTo(ApiHandler api) {
        api.get("", call -> call.answer(200, repository(call.repository())))
                .get("/receive-log", this::receiveLog)
                .get("/releases", this::releases)
                .post("/releases", this::publish)
                .get("/releases/latest", this::latest)
                .get("/releases/tags/{tag}", this::byTag);
    }

    private static Obj repository(HostedRepository repository) {
        return Obj.builder()
                .put("name", repository.name().shortName())
                .put("full_name", repository.name().value())
                .put("private", repository.settings().hidden())
                .put("default_branch", repository.settings().defaultBranch())
                .build();
    }

    private void receiveLog(ApiCall call) {
        List<Json> lines = List.copyOf(call.repository().log().entries());
        call.answer(200, new Arr(lines));
    }

    private void releases(ApiCall call) throws IOException {
        List<Json> found = releases.list(call.repository()).stream()
                .<Json>map(Release::json)
                .toList();
        call.answer(200, new Arr(found));
    }

    private void publish(ApiCall call) throws IOException {
        Json body = call.body();
        ReleaseStore.Draft draft = new ReleaseStore.Draft(
                body.text("tag_name"),
                body.text("name"),
                body.text("body"),
                body.text("target_commitish"),
                body.at("prerelease").flatMap(Json::asBoolean).orElse(false));
        Release release =
                releases.publish(call.repository(), draft, call.caller().name());
        call.answer(201, release.json());
    }

    private void latest(ApiCall call) throws IOException {
        Release latest = releases.list(call.repository()).stream()
                .filter(release -> !release.pre())
                .findFirst()
                .orElseThrow(() -> new RequestRefused(404, "Not Found"));
        call.answer(200, latest.json());
    }

    private void byTag(ApiCall call) throws IOException {
        Release found = releases.list(call.repository()).stream()
                .filter(release -> release.tag().equals(call.part("tag")))
                .findFirst()
                .orElseThrow(() -> new RequestRefused(404, "Not Found"));
        call.answer(200, found.json());
    }
}
