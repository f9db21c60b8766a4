package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A registry that could not be read, with the message Flux shows. */
public final class OciFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> STATUS_TEXTS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    OciFailure(String message) {
        super(message, null, false, false);
    }

    static OciFailure answered(String method, URI uri, int status, String body) {
        return new OciFailure(method + " " + uri + ": " + explained(method, status, body));
    }

    static OciFailure tooLong(URI uri, int bound) {
        return new OciFailure("GET " + uri + ": the answer is longer than " + bound
                + "; exclude what is not needed, or split the repository");
    }

    static OciFailure all(List<String> problems) {
        return new OciFailure(String.join("; ", problems));
    }

    private static String explained(String method, int status, String body) {
        List<Json> errors = errors(body);
        if (!errors.isEmpty()) {
            String texts = errors.stream().map(OciFailure::text).collect(Collectors.joining("; "));
            return errors.size() == 1 ? texts : "multiple errors returned: " + texts;
        }
        String code =
                ("unexpected status code " + status + " " + STATUS_TEXTS.getOrDefault(status, "")).stripTrailing();
        if (!body.isEmpty()) {
            return code + ": " + body;
        }
        return method.equals("HEAD") ? code + " (HEAD responses have no body, use GET for details)" : code;
    }

    private static List<Json> errors(String body) {
        try {
            return JsonText.read(body).items("errors");
        } catch (DocumentException noJson) {
            return List.of();
        }
    }

    private static String text(Json error) {
        String text = error.text("code") + ": " + error.text("message");
        return error.at("detail")
                .filter(detail -> !detail.isNull())
                .map(detail -> text + "; " + printed(detail))
                .orElse(text);
    }

    // as Go prints a decoded value
    private static String printed(Json detail) {
        if (detail.asObj().isPresent()) {
            return detail.obj().members().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> member.getKey() + ":" + printed(member.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (detail.asArr().isPresent()) {
            return detail.items().stream().map(OciFailure::printed).collect(Collectors.joining(" ", "[", "]"));
        }
        return detail.asText().orElseGet(detail::toString);
    }
}
