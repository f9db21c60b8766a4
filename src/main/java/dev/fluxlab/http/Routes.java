package dev.fluxlab.http;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Handlers by the beginning of the path; the longest that fits wins. */
final class Routes implements Handler {

    private final Map<String, Handler> handlers;

    Routes(Map<String, Handler> handlers) {
        this.handlers = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        this.handlers.putAll(handlers);
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        for (Map.Entry<String, Handler> route : handlers.entrySet()) {
            if (fits(route.getKey(), exchange.path())) {
                route.getValue().handle(exchange);
                return;
            }
        }
        exchange.respond(404, "404 page not found\n");
    }

    private static boolean fits(String prefix, String path) {
        return path.startsWith(prefix)
                && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
