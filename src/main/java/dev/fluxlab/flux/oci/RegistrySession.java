package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.flux.policy.ImageName;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One image at its registry: the scheme that answered, and the authorization that is asked for. */
final class RegistrySession {

    private static final int LONGEST_ANSWER = 16 << 20;
    private static final Pattern PARAMETER = Pattern.compile("([a-zA-Z]+)=\"([^\"]*)\"");

    private final HttpClient http;
    private final RegistryAccess access;
    private final ImageName image;
    private final long deadline;
    private URI base = URI.create("https://unknown/");
    private Optional<String> authorization = Optional.empty();

    /** An answer with its whole body. */
    record Answer(URI uri, int status, HttpResponse<InputStream> response, String body) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private RegistrySession(ImageName image, RegistryAccess access) {
        this.image = image;
        this.access = access;
        this.deadline = System.nanoTime() + access.timeout().toNanos();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL);
        access.trust().ifPresent(builder::sslContext);
        access.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        this.http = builder.build();
    }

    /** Finds the scheme and the login that the registry wants. */
    static RegistrySession open(ImageName image, RegistryAccess access) {
        RegistrySession session = new RegistrySession(image, access);
        session.ping();
        return session;
    }

    private void ping() {
        List<String> problems = new ArrayList<>();
        for (String scheme : image.schemes(access.insecure())) {
            URI root = URI.create(scheme + "://" + image.registry() + "/v2/");
            try {
                Answer answer = send("GET", root);
                if (answer.status() == 200 || answer.status() == 401) {
                    base = root;
                    authorize(answer);
                    return;
                }
                problems.add(OciFailure.answered("GET", root, answer.status(), answer.body())
                        .getMessage());
            } catch (IOException e) {
                problems.add(NetworkProblem.text("GET", root, e));
            }
        }
        throw OciFailure.all(problems);
    }

    private void authorize(Answer answer) {
        String challenge = answer.header("WWW-Authenticate");
        if (answer.status() == 200 || challenge.toLowerCase(Locale.ROOT).startsWith("basic")) {
            authorization =
                    answer.status() == 200 ? Optional.empty() : access.login().map(Login::header);
        } else if (challenge.toLowerCase(Locale.ROOT).startsWith("bearer")) {
            authorization = Optional.of("Bearer " + token(challenge));
        }
    }

    private String token(String challenge) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(challenge);
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2));
        }
        URI realm = URI.create(parameters.getOrDefault("realm", "")
                + "?scope=" + encoded("repository:" + image.repository() + ":pull")
                + "&service=" + encoded(parameters.getOrDefault("service", "")));
        authorization = access.login().map(Login::header);
        Answer answer = get("GET", realm);
        try {
            String token = JsonText.read(answer.body()).text("token");
            return token.isEmpty() ? JsonText.read(answer.body()).text("access_token") : token;
        } catch (DocumentException e) {
            throw new OciFailure("GET " + realm + ": no token in the answer: " + e.getMessage());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    URI resolve(String path) {
        return base.resolve(path);
    }

    /** A good answer, or the failure the registry told. */
    Answer get(String method, URI uri) {
        try {
            Answer answer = send(method, uri);
            if (answer.status() != 200) {
                throw OciFailure.answered(method, uri, answer.status(), answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new OciFailure(NetworkProblem.text(method, uri, e));
        }
    }

    /** Writes what the registry answers to a file, however long it is. */
    void download(URI uri, Path file) {
        try {
            HttpResponse<InputStream> response = ask("GET", uri);
            if (response.statusCode() != 200) {
                throw OciFailure.answered("GET", uri, response.statusCode(), body(uri, response));
            }
            try (InputStream stream = response.body()) {
                Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new OciFailure(NetworkProblem.text("GET", uri, e));
        }
    }

    private Answer send(String method, URI uri) throws IOException {
        HttpResponse<InputStream> response = ask(method, uri);
        return new Answer(uri, response.statusCode(), response, body(uri, response));
    }

    private HttpResponse<InputStream> ask(String method, URI uri) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(remaining())
                .header("Accept", String.join(",", OciRegistry.MANIFEST_TYPES));
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("context canceled", e);
        }
    }

    private Duration remaining() {
        long nanos = deadline - System.nanoTime();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ofNanos(1);
    }

    private static String body(URI uri, HttpResponse<InputStream> response) throws IOException {
        try (InputStream stream = response.body()) {
            byte[] bytes = stream.readNBytes(LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER) {
                throw OciFailure.tooLong(uri, LONGEST_ANSWER);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
