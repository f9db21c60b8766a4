package dev.fluxlab.forge;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.RequestRefused;

/** A handler that is known only once the server listens; until then it asks clients to come again. */
final class LateHandler implements Handler {

    private volatile Handler handler = exchange -> {
        throw new RequestRefused(503, "the forge is starting; try again");
    };

    void open(Handler opened) {
        handler = opened;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        handler.handle(exchange);
    }
}
