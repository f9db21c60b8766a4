package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** How go-containerregistry tells what went wrong. */
final class RegistryWords {

    private static final Map<Integer, String> STATUS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            429, "Too Many Requests",
            500, "Internal Server Error",
            502, "Bad Gateway",
            503, "Service Unavailable");

    private RegistryWords() {}

    static OciFailure refused(URI uri, int status, String body) {
        List<Json> errors = errors(body);
        String what = errors.isEmpty()
                ? "unexpected status code " + status + " " + STATUS.getOrDefault(status, "") + ": " + body
                : (errors.size() > 1 ? "multiple errors returned: " : "")
                        + errors.stream().map(RegistryWords::error).collect(Collectors.joining("; "));
        return new OciFailure("GET " + uri + ": " + what);
    }

    private static List<Json> errors(String body) {
        try {
            return JsonText.read(body).items("errors");
        } catch (DocumentException e) {
            return List.of();
        }
    }

    private static String error(Json error) {
        Json detail = error.at("detail").orElse(Null.NULL);
        String said = error.text("code") + ": " + error.text("message");
        return detail.isNull() ? said : said + "; " + GoValue.print(detail);
    }

    static OciFailure unreachable(URI uri, Throwable cause) {
        return new OciFailure("Get \"" + uri + "\": " + reason(uri, cause), cause);
    }

    private static String reason(URI uri, Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "context deadline exceeded";
        }
        if (cause instanceof SSLException tls && isPlain(tls)) {
            return "http: server gave HTTP response to HTTPS client";
        }
        if (cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
            return "dial tcp: lookup " + uri.getHost() + ": no such host";
        }
        if (cause instanceof ConnectException) {
            int port = uri.getPort() < 0 ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
            return "dial tcp " + uri.getHost() + ":" + port + ": connect: connection refused";
        }
        return cause.getMessage() == null ? "EOF" : cause.getMessage();
    }

    private static boolean isPlain(SSLException tls) {
        String message = String.valueOf(tls.getMessage());
        return message.contains("Unsupported or unrecognized SSL message") || message.contains("plaintext");
    }
}
