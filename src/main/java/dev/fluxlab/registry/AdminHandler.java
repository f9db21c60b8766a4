package dev.fluxlab.registry;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import java.util.List;
import java.util.Optional;

/** What only the world's owner may do: switch faults, read the log. There is no admin unless one was named. */
final class AdminHandler implements Handler {

    private static final int MAX_BODY = 1 << 20;

    private final Optional<Credentials> admin;
    private final Faults faults;
    private final PushLog log;

    AdminHandler(Optional<Credentials> admin, Faults faults, PushLog log) {
        this.admin = admin;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        authorize(exchange);
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /admin/faults" -> sendFaults(exchange);
            case "PUT /admin/faults" -> {
                faults.set(Faults.read(JsonText.read(exchange.body(MAX_BODY))));
                sendFaults(exchange);
            }
            case "DELETE /admin/faults" -> {
                faults.set(List.of());
                sendFaults(exchange);
            }
            case "GET /admin/log" -> exchange.respond(200, "application/x-ndjson", log.content());
            default -> exchange.respond(404, "404 page not found\n");
        }
    }

    private void authorize(Exchange exchange) {
        Optional<Credentials> given = exchange.header("Authorization").flatMap(Credentials::parse);
        boolean holds = admin.isPresent()
                && given.isPresent()
                && Accounts.same(admin.get().header(), given.get().header());
        if (!holds) {
            exchange.responseHeader("WWW-Authenticate", RegistryHandler.CHALLENGE);
            throw new OciException(OciError.UNAUTHORIZED, "only the admin of this registry may do this");
        }
    }

    private void sendFaults(Exchange exchange) {
        exchange.respond(200, "application/json", JsonText.bytes(faults.json()));
    }
}
