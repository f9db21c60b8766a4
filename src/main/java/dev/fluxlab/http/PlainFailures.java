package dev.fluxlab.http;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures as plain text. */
final class PlainFailures implements Failures {

    private static final Logger LOG = Logger.getLogger(PlainFailures.class.getName());

    @Override
    public void answer(Exchange exchange, Exception failure) {
        if (failure instanceof RequestRefused refused) {
            exchange.respond(refused.status(), refused.getMessage() + "\n");
            return;
        }
        // the detail stays in the log: it may hold paths and names that are no business of the client
        LOG.log(Level.SEVERE, failure, () -> "failed: " + exchange.method() + " " + exchange.path());
        exchange.respond(500, "internal server error\n");
    }
}
