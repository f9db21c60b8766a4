package dev.fluxlab.http;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler.Abstract;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The seam to Jetty: runs a handler, and answers what it throws or forgets. */
final class JettyHandler extends Abstract {

    private static final Logger LOG = Logger.getLogger(JettyHandler.class.getName());

    private final Handler handler;
    private final Failures failures;

    JettyHandler(Handler handler, Failures failures) {
        this.handler = handler;
        this.failures = failures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange;
        try {
            exchange = new Exchange(request, response, callback);
        } catch (RequestRefused e) {
            Response.writeError(request, response, callback, e.status(), e.getMessage());
            return true;
        }
        try {
            handler.handle(exchange);
        } catch (Exception e) {
            fail(exchange, e);
        }
        if (!exchange.isAnswered()) {
            fail(
                    exchange,
                    new IllegalStateException("no handler answered " + exchange.method() + " " + exchange.path()));
        }
        return true;
    }

    private void fail(Exchange exchange, Exception failure) throws Exception {
        if (exchange.isAnswered()) {
            // too late for another status; the client sees its connection end
            LOG.log(Level.FINE, failure, () -> "broke off: " + exchange.method() + " " + exchange.path());
            return;
        }
        failures.answer(exchange, failure);
    }
}
