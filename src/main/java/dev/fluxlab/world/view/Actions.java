package dev.fluxlab.world.view;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Workflow runs and releases of the forge, in the shapes that {@code gh} knows. */
public final class Actions {

    private static final long POLL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI forge;
    private final Login login;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Actions(URI forge, Login login) {
        this.forge = forge;
        this.login = login;
    }

    /** What the forge refused, in its own words. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    public List<Json> workflows(String repository) {
        return get(repository, "/actions/workflows").items("workflows");
    }

    /** The runs of a repository, newest first. */
    public List<Json> runs(String repository) {
        return get(repository, "/actions/runs").items("workflow_runs");
    }

    public Json run(String repository, long id) {
        return get(repository, "/actions/runs/" + id);
    }

    public List<Json> jobs(String repository, long id) {
        return get(repository, "/actions/runs/" + id + "/jobs").items("jobs");
    }

    public String log(String repository, long run) {
        return send("GET", repository, "/actions/runs/" + run + "/logs", Optional.empty());
    }

    /** Starts a workflow on a branch with inputs. */
    public void dispatch(String repository, String workflow, String ref, Obj inputs) {
        Obj body = Obj.builder().put("ref", ref).put("inputs", inputs).build();
        send("POST", repository, "/actions/workflows/" + workflow + "/dispatches", Optional.of(body));
    }

    /** The newest run's number; zero when there is none yet. */
    public long newestRun(String repository) {
        return runs(repository).stream()
                .mapToLong(run -> run.at("id").flatMap(Json::asLong).orElse(0L))
                .max()
                .orElse(0);
    }

    /** Waits until so many runs have ended; those that did by the bound, which is real time. */
    public List<Json> awaitRuns(String repository, int count, Duration bound) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        List<Json> ended = List.of();
        while (ended.size() < count && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            ended = runs(repository).stream()
                    .filter(run -> run.text("status").equals("completed"))
                    .toList();
        }
        return ended;
    }

    /**
     * Waits for the first run after the given one to end; empty when none did within the bound, which is real time.
     */
    public Optional<RunOutcome> awaitRunAfter(String repository, long earlier, Duration bound)
            throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Json> run = runs(repository).stream()
                    .filter(each -> each.at("id").flatMap(Json::asLong).orElse(0L) > earlier)
                    .filter(each -> each.text("status").equals("completed"))
                    .findFirst();
            if (run.isPresent()) {
                long id = run.get().at("id").flatMap(Json::asLong).orElse(0L);
                return Optional.of(
                        new RunOutcome(id, run.get().text("name"), run.get().text("conclusion"), log(repository, id)));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return Optional.empty();
    }

    public List<Json> releases(String repository) {
        return get(repository, "/releases").asArr().map(list -> list.items()).orElse(List.of());
    }

    private Json get(String repository, String path) {
        String text = send("GET", repository, path, Optional.empty());
        try {
            return text.isBlank() ? Null.NULL : JsonText.read(text);
        } catch (DocumentException e) {
            throw new WorldUnreachable("the forge", path, e);
        }
    }

    private String send(String method, String repository, String path, Optional<Obj> body) {
        String credentials = login.user() + ":" + login.password();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(forge + "/api/v3/repos/" + Access.ORGANISATION + "/" + repository + path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(json -> HttpRequest.BodyPublishers.ofString(JsonText.print(json)))
                                .orElse(HttpRequest.BodyPublishers.noBody()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answered(answer);
        } catch (IOException e) {
            throw new WorldUnreachable("the forge", path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorldUnreachable("the forge", path, e);
        }
    }

    private static String answered(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        String message = answer.body();
        try {
            String said = JsonText.read(answer.body()).text("message");
            message = said.isEmpty() ? message : said;
        } catch (DocumentException e) {
            message = message.strip(); // not every refusal is JSON; its text says enough
        }
        throw new Refused("HTTP " + answer.statusCode() + ": " + message);
    }
}
