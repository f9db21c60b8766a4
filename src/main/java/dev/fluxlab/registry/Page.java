package dev.fluxlab.registry;

import dev.fluxlab.http.Exchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** A part of a sorted list of names, as n and last ask for it, with the link to the next. */
record Page(List<String> names, boolean more) {

    private static final int DEFAULT_SIZE = 1_000;

    static Page of(Collection<String> sorted, Exchange exchange) {
        String last = exchange.query().get("last", "");
        int size = size(exchange);
        List<String> after =
                sorted.stream().filter(name -> name.compareTo(last) > 0).toList();
        List<String> names = after.subList(0, Math.min(size, after.size()));
        return new Page(names, !names.isEmpty() && names.size() < after.size());
    }

    private static int size(Exchange exchange) {
        String asked = exchange.query().get("n", Integer.toString(DEFAULT_SIZE));
        if (!asked.matches("\\d{1,9}")) {
            throw new OciException(
                    OciError.PAGINATION_NUMBER_INVALID, "n must be a number of names, not \"" + asked + "\"");
        }
        return Math.min(Integer.parseInt(asked), DEFAULT_SIZE);
    }

    void link(Exchange exchange) {
        if (!more) {
            return;
        }
        String last = URLEncoder.encode(names.get(names.size() - 1), StandardCharsets.UTF_8);
        exchange.responseHeader(
                "Link", "<" + exchange.rawPath() + "?last=" + last + "&n=" + names.size() + ">; rel=\"next\"");
    }
}
