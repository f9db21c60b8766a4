package dev.fluxlab.registry;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/** What a registry refused, or that it could not be reached: the request, and the registry's own words. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RegistryException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RegistryException refused(HttpRequest request, HttpResponse<byte[]> answer) {
        return new RegistryException(
                answer.statusCode(), request.method() + " " + request.uri() + ": " + words(answer));
    }

    static RegistryException unreachable(HttpRequest request, Exception cause) {
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new RegistryException(0, request.method() + " " + request.uri() + ": " + words);
    }

    static RegistryException untrue(String reference, Digest said, Digest found) {
        return new RegistryException(
                0, reference + " should be " + said + ", but the registry sent content whose digest is " + found);
    }

    private static String words(HttpResponse<byte[]> answer) {
        try {
            List<Json> errors = JsonText.read(answer.body()).items("errors");
            String said = errors.stream()
                    .map(error -> error.text("code") + ": " + error.text("message"))
                    .collect(Collectors.joining("; "));
            return said.isEmpty() ? "unexpected status " + answer.statusCode() : said;
        } catch (DocumentException e) {
            return "unexpected status " + answer.statusCode();
        }
    }

    /** The status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }
}
