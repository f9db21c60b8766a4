package dev.fluxlab.kube.serve;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Failures;
import dev.fluxlab.http.RequestRefused;
import dev.fluxlab.kube.apply.ConflictException;
import dev.fluxlab.kube.apply.PatchException;
import dev.fluxlab.kube.apply.ProtobufException;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where what went wrong becomes a Status. */
final class StatusAnswers implements Failures {

    /** A client that has more to send than this must find out by its broken connection. */
    private static final long MOST_DRAINED = 10L * BodyReader.LIMIT;

    private static final Logger LOG = Logger.getLogger(StatusAnswers.class.getName());

    @Override
    public void answer(Exchange exchange, Exception failure) {
        drain(exchange);
        ApiException refusal = refusal(exchange, failure);
        refusal.status()
                .at("details", "retryAfterSeconds")
                .ifPresent(seconds -> exchange.responseHeader("Retry-After", seconds.toString()));
        exchange.respond(refusal.code(), "application/json", line(refusal));
    }

    /** A body that nobody read would end the connection, under the client's next request. */
    private static void drain(Exchange exchange) {
        try (InputStream rest = exchange.bodyStream()) {
            byte[] buffer = new byte[8192];
            long left = MOST_DRAINED;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = rest.read(buffer);
            }
        } catch (IOException e) {
            LOG.log(Level.FINEST, "the client gave up on its body", e);
        }
    }

    private static byte[] line(ApiException refusal) {
        return (JsonText.print(refusal.status()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ApiException refusal(Exchange exchange, Exception failure) {
        if (failure instanceof ApiException known) {
            return known;
        }
        if (failure instanceof ConflictException conflict) {
            return Refusals.conflicts(conflict);
        }
        if (failure instanceof PatchException patch) {
            return patchRefusal(patch);
        }
        if (failure instanceof ProtobufException || failure instanceof DocumentException) {
            return Refusals.badRequest(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof RequestRefused refused) {
            return refused.status() == 413
                    ? Refusals.tooLarge(BodyReader.LIMIT)
                    : Refusals.badRequest(refused.getMessage());
        }
        // the detail stays in the log: it may hold what is no business of the client
        LOG.log(Level.SEVERE, failure, () -> "failed: " + exchange.method() + " " + exchange.path());
        return Refusals.internal("the server could not answer " + exchange.method() + " " + exchange.path());
    }

    private static ApiException patchRefusal(PatchException patch) {
        String message = String.valueOf(patch.getMessage());
        return switch (patch.code()) {
            case 400 -> Refusals.badRequest(message);
            case 422 -> Refusals.rejectedPatch();
            default -> Refusals.plainError(message);
        };
    }
}
