package dev.fluxlab.forge.git;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Failures;
import dev.fluxlab.http.RequestRefused;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures as plain text, which git shows after "remote:". */
public final class ForgeFailures implements Failures {

    private static final Logger LOG = Logger.getLogger(ForgeFailures.class.getName());

    @Override
    public void answer(Exchange exchange, Exception failure) {
        if (failure instanceof RequestRefused refused) {
            if (refused.status() == 401) {
                exchange.responseHeader("WWW-Authenticate", "Basic realm=\"fluxlab forge\"");
            }
            exchange.respond(refused.status(), refused.getMessage().isEmpty() ? "" : refused.getMessage() + "\n");
            return;
        }
        LOG.log(Level.SEVERE, failure, () -> "failed: " + exchange.method() + " " + exchange.path());
        exchange.respond(500, "internal server error\n");
    }
}
