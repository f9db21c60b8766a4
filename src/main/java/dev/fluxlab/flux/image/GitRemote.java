package dev.fluxlab.flux.image;

import dev.fluxlab.flux.oci.NetworkProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** A repository at a URL, and the authorization to send with every request. */
record GitRemote(String url, Optional<String> authorization, Duration timeout) {

    static final String UPLOAD = "git-upload-pack";
    static final String RECEIVE = "git-receive-pack";

    private static final int LONGEST_EXPLANATION = 4096;

    <C extends TransportCommand<C, ?>> C prepared(C command) {
        return command.setTimeout((int) Math.max(1, timeout.toSeconds())).setTransportConfigCallback(this::authorize);
    }

    private void authorize(Transport transport) {
        if (transport instanceof TransportHttp http) {
            authorization.ifPresent(value -> http.setAdditionalHeaders(Map.of("Authorization", value)));
        }
    }

    /** Every ref the server has. */
    Map<String, Ref> refs() throws GitAPIException {
        return prepared(Git.lsRemoteRepository().setRemote(url)).callAsMap();
    }

    /** What the server itself answers to a service it did not grant, in the words of the library Flux uses. */
    String explain(String service, Exception problem) {
        URI uri = URI.create(url + "/info/refs?service=" + service);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
            authorization.ifPresent(value -> request.header("Authorization", value));
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return explained(uri, response, problem);
        } catch (IOException e) {
            return NetworkProblem.text("GET", uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "context canceled";
        }
    }

    private static String explained(URI uri, HttpResponse<byte[]> response, Exception problem) {
        byte[] bytes = response.body();
        String body = new String(bytes, 0, Math.min(bytes.length, LONGEST_EXPLANATION), StandardCharsets.UTF_8);
        return switch (response.statusCode()) {
            case 200 -> own(problem);
            case 401 -> "authentication required: " + body;
            case 403 -> "authorization failed: " + body;
            case 404 -> "repository not found: " + body;
            default -> "unexpected client error: unexpected requesting \"" + uri + "\" status code: "
                    + response.statusCode();
        };
    }

    private static String own(Exception problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof java.io.EOFException ? "unexpected EOF" : String.valueOf(deepest.getMessage());
    }
}
