package dev.fluxlab.http;

/** Stands before a handler: passes the exchange on, answers it itself, or throws. */
@FunctionalInterface
public interface Filter {

    void filter(Exchange exchange, Handler next) throws Exception;

    /** The handler with this filter before it. */
    default Handler before(Handler handler) {
        return exchange -> filter(exchange, handler);
    }
}
