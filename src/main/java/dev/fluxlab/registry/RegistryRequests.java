package dev.fluxlab.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sends requests to one registry and tells refusals from answers. */
final class RegistryRequests {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI registry;
    private final Optional<Credentials> credentials;

    RegistryRequests(HttpClient http, URI registry, Optional<Credentials> credentials) {
        this.http = http;
        this.registry = registry;
        this.credentials = credentials;
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(registry.resolve(path)).timeout(TIMEOUT);
        credentials.ifPresent(pair -> request.header("Authorization", pair.header()));
        return request;
    }

    HttpResponse<byte[]> get(String path) {
        return send(to(path).GET(), Set.of(200));
    }

    HttpResponse<byte[]> manifest(String repository, String reference) {
        return send(
                to("/v2/" + repository + "/manifests/" + reference).header("Accept", MediaType.ACCEPTED), Set.of(200));
    }

    HttpResponse<byte[]> put(String path, String contentType, byte[] body) {
        return send(to(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body)), Set.of(201));
    }

    HttpResponse<byte[]> post(String path) {
        return send(to(path).POST(BodyPublishers.noBody()), Set.of(201, 202));
    }

    void delete(String path) {
        send(to(path).DELETE(), Set.of(202));
    }

    boolean exists(String path) {
        return send(to(path).method("HEAD", BodyPublishers.noBody()), Set.of(200, 404))
                        .statusCode()
                == 200;
    }

    /** The answer, when its status is one of those expected. */
    HttpResponse<byte[]> send(HttpRequest.Builder builder, Set<Integer> expected) {
        HttpRequest request = builder.build();
        HttpResponse<byte[]> answer = exchange(request);
        if (!expected.contains(answer.statusCode())) {
            throw RegistryException.refused(request, answer);
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw RegistryException.unreachable(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryException.unreachable(request, e);
        }
    }
}
