package dev.fluxlab.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.registry.AccessTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A forge with one repository and somebody's clone of it. */
final class Workshop implements AutoCloseable {

    private static final long BOUND_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private Forge forge;
    private String repository = "";
    private Path clone;

    private Workshop(Path folder, Forge forge) {
        this.folder = folder;
        this.forge = forge;
        this.clone = folder;
    }

    static Workshop open(Path folder, UnaryOperator<Forge.Builder> options) {
        Forge.Builder builder = Forge.in(folder.resolve("forge")).user(ForgeUser.writer("ada", "secret"));
        return new Workshop(folder, options.apply(builder).start());
    }

    URI uri() {
        return forge.uri();
    }

    /** A token as jobs have one, for the key of the tests. */
    String token(String pushes) {
        AccessTokens tokens = AccessTokens.keyed(new byte[] {1}, InstantSource.system());
        return tokens.issue(new AccessTokens.Grant("test", pushes, Instant.now().plusSeconds(60)));
    }

    /** Makes a repository whose clone holds the files of a folder as its first commit, not pushed yet. */
    void seed(String name, Path files) throws Exception {
        repository = name;
        forge.create(RepositorySettings.of(name));
        clone = folder.resolve(name.replace('/', '-'));
        String url = forge.uri().toString().replace("http://", "http://ada:secret@") + "/" + name + ".git";
        Files.createDirectories(clone);
        git("init", "-q", "-b", "main");
        git("remote", "add", "origin", url);
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@lab");
        copy(files);
        git("add", ".");
        git("commit", "-q", "-m", "first");
    }

    private void copy(Path files) throws Exception {
        try (var found = Files.walk(files)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path target = clone.resolve(files.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    void write(String file, String text) throws Exception {
        Path target = clone.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        git("add", ".");
        git("commit", "-q", "-m", "write " + file);
    }

    void push(String branch) throws Exception {
        git("push", "-q", "origin", "HEAD:" + branch);
    }

    String head() throws Exception {
        return git("rev-parse", "HEAD").strip();
    }

    String show(String branch, String file) throws Exception {
        git("fetch", "-q", "origin");
        return git("show", "origin/" + branch + ":" + file);
    }

    void dispatch(String workflow, String ref, Map<String, String> inputs) throws Exception {
        HttpResponse<String> answer = post(workflow, ref, inputs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    HttpResponse<String> post(String workflow, String ref, Map<String, String> inputs) throws Exception {
        Obj body =
                Obj.builder().put("ref", ref).put("inputs", Obj.ofTexts(inputs)).build();
        HttpRequest request = api("/actions/workflows/" + workflow + "/dispatches")
                .header("Authorization", "token secret")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Stops the forge and starts it again on what it left. */
    void restart(UnaryOperator<Forge.Builder> options) {
        int port = forge.uri().getPort();
        forge.close();
        forge = options.apply(Forge.in(folder.resolve("forge")).at("127.0.0.1", port))
                .start();
    }

    /** Waits until something holds. */
    void await(Condition condition) throws Exception {
        Instant end = Instant.now().plusSeconds(BOUND_SECONDS);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    /** Something that will hold sooner or later. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /** The newest run of a workflow, once it has ended. */
    Json ended(String name) throws Exception {
        Instant end = Instant.now().plusSeconds(BOUND_SECONDS);
        while (Instant.now().isBefore(end)) {
            Json run = runs(name).get(0);
            if (run.text("status").equals("completed")) {
                return run;
            }
            Thread.sleep(20); // between two looks, never to let something happen
        }
        throw new AssertionError("the workflow " + name + " did not end within " + BOUND_SECONDS + " s");
    }

    List<Json> runs(String name) throws Exception {
        return get("/actions/runs").items("workflow_runs").stream()
                .filter(run -> run.text("name").equals(name))
                .toList();
    }

    Json get(String path) throws Exception {
        return JsonText.read(text(path));
    }

    String text(String path) throws Exception {
        return http.send(api(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    String log(Json run) throws Exception {
        return text("/actions/runs/" + run.at("id").orElseThrow() + "/logs");
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(forge.uri() + "/api/v3/repos/" + repository + path));
    }

    String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(clone.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Override
    public void close() {
        forge.close();
    }
}
