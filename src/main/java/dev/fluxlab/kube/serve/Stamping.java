package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Filter;
import dev.fluxlab.http.Handler;

/** The headers that every answer has. */
final class Stamping implements Filter {

    private final Names names;

    Stamping(Names names) {
        this.names = names;
    }

    @Override
    public void filter(Exchange exchange, Handler next) throws Exception {
        exchange.responseHeader("Audit-Id", names.uid()).responseHeader("Cache-Control", "no-cache, private");
        exchange.put(Attributes.REQUEST, RequestInfo.of(exchange));
        next.handle(exchange);
    }
}
