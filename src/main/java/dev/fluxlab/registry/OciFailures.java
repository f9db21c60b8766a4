package dev.fluxlab.registry;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Failures;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures as the specification's error documents. */
final class OciFailures implements Failures {

    private static final Logger LOG = Logger.getLogger(OciFailures.class.getName());

    @Override
    public void answer(Exchange exchange, Exception failure) {
        if (failure instanceof OciException refused) {
            respond(exchange, refused.code().status(), refused);
        } else if (failure instanceof RequestRefused refused) {
            respond(exchange, refused.status(), new OciException(OciError.UNSUPPORTED, refused.getMessage()));
        } else if (failure instanceof IOException) {
            // the client went away mid-upload, or the disk is full: the message of the second is what an operator needs
            LOG.log(Level.WARNING, failure, () -> "broke off: " + exchange.method() + " " + exchange.path());
            respond(exchange, 400, new OciException(OciError.SIZE_INVALID, "the upload broke off; send it again"));
        } else {
            LOG.log(Level.SEVERE, failure, () -> "failed: " + exchange.method() + " " + exchange.path());
            respond(exchange, 500, new OciException(OciError.UNSUPPORTED, "internal server error"));
        }
    }

    private static void respond(Exchange exchange, int status, OciException refused) {
        exchange.respond(status, "application/json", JsonText.bytes(refused.document()));
    }
}
