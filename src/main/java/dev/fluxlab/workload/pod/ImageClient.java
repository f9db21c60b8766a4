package dev.fluxlab.workload.pod;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pulls as much of an image as a container's life depends on: its manifest and its configuration. */
final class ImageClient {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String ACCEPT = String.join(
            ", ",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    /** A configuration is named by its digest, so it never changes. */
    private final Map<String, Json> configurations = new ConcurrentHashMap<>();

    PulledImage pull(ImageReference image, Optional<Login> login) throws PullException {
        HttpResponse<byte[]> answer = get(image, "/manifests/" + image.version(), login);
        Json manifest = read(image, answer);
        String id = image.name() + "@" + digest(answer.body());
        Json platform = platform(image, manifest, login);
        Json configuration = configuration(image, platform.text("config", "digest"), login);
        return new PulledImage(id, configuration.texts("config", "Labels"), size(platform), Duration.ZERO);
    }

    private static long size(Json manifest) {
        return manifest.items("layers").stream()
                .mapToLong(layer -> layer.at("size").flatMap(Json::asLong).orElse(0L))
                .sum();
    }

    /** An index names a manifest for each platform; fluxlab's node is linux/amd64. */
    private Json platform(ImageReference image, Json manifest, Optional<Login> login) throws PullException {
        List<Json> choices = manifest.items("manifests");
        if (choices.isEmpty()) {
            return manifest;
        }
        Json chosen = choices.stream()
                .filter(choice -> choice.text("platform", "os").equals("linux")
                        && choice.text("platform", "architecture").equals("amd64"))
                .findFirst()
                .orElseThrow(() -> PullException.unreadable(
                        image, "no match for platform in manifest: " + image.version() + ": not found"));
        return read(image, get(image, "/manifests/" + chosen.text("digest"), login));
    }

    private Json configuration(ImageReference image, String digest, Optional<Login> login) throws PullException {
        Json known = configurations.get(digest);
        if (known != null) {
            return known;
        }
        Json configuration = read(image, get(image, "/blobs/" + digest, login));
        configurations.put(digest, configuration);
        return configuration;
    }

    private static Json read(ImageReference image, HttpResponse<byte[]> answer) throws PullException {
        try {
            return JsonText.read(answer.body());
        } catch (DocumentException e) {
            throw PullException.unreadable(image, "the registry's answer is no JSON: " + e.getMessage());
        }
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private HttpResponse<byte[]> get(ImageReference image, String path, Optional<Login> login) throws PullException {
        String url = image.endpoint() + path;
        HttpResponse<byte[]> answer = send(image, url, login.map(Login::basic));
        Optional<Challenge> challenge =
                answer.statusCode() == 401 ? Challenge.bearer(answer.headers()) : Optional.empty();
        if (challenge.isPresent()) {
            answer = send(image, url, Optional.of(token(image, challenge.get(), login)));
        }
        return switch (answer.statusCode()) {
            case 200 -> answer;
            case 404 -> throw PullException.missing(image);
            case 401 -> throw PullException.unauthorized(image, login.isPresent());
            default -> throw PullException.answered(image, url, answer.statusCode());
        };
    }

    private String token(ImageReference image, Challenge challenge, Optional<Login> login) throws PullException {
        HttpResponse<byte[]> answer = send(image, challenge.tokenUrl(image), login.map(Login::basic));
        if (answer.statusCode() != 200) {
            throw PullException.unauthorized(image, login.isPresent());
        }
        Json body = read(image, answer);
        String token = body.text("token");
        return "Bearer " + (token.isEmpty() ? body.text("access_token") : token);
    }

    private HttpResponse<byte[]> send(ImageReference image, String url, Optional<String> authorization)
            throws PullException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(LONGEST).header("Accept", ACCEPT);
            authorization.ifPresent(value -> request.header("Authorization", value));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw PullException.unreachable(image, url, cause(image, e));
        } catch (IllegalArgumentException e) {
            throw PullException.unreadable(image, "invalid reference format");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullException.unreachable(image, url, "context canceled");
        }
    }

    private static String cause(ImageReference image, IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return "dial tcp " + image.host() + ": i/o timeout";
        }
        if (failure instanceof ConnectException
                && failure.getCause() instanceof ConnectException root
                && root.getCause() instanceof UnresolvedAddressException) {
            return "dial tcp: lookup " + image.host() + ": no such host";
        }
        return failure instanceof ConnectException
                ? "dial tcp " + image.host() + ": connect: connection refused"
                : String.valueOf(failure.getMessage());
    }
}
