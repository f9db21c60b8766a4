package dev.fluxlab.forge;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.forge.git.Caller;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.util.regex.Matcher;

/** A request of the API that concerns a repository; what the path names is in its groups. */
record ApiCall(Exchange exchange, Caller caller, HostedRepository repository, Matcher path) {

    private static final int MAX_BODY = 1 << 20;

    String part(String name) {
        return path.group(name);
    }

    long number(String name) {
        String text = path.group(name);
        if (!text.matches("\\d{1,18}")) {
            throw new RequestRefused(404, "Not Found");
        }
        return Long.parseLong(text);
    }

    Json body() throws IOException {
        try {
            return JsonText.read(exchange.body(MAX_BODY));
        } catch (DocumentException e) {
            throw new RequestRefused(400, "Problems parsing JSON: " + e.getMessage());
        }
    }

    void answer(int status, Json body) {
        exchange.respond(status, "application/json; charset=utf-8", JsonText.bytes(body));
    }
}
