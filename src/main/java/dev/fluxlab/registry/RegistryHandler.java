package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything below /v2/: finds out who asks for what, and whether they may. */
final class RegistryHandler implements Handler {

    static final String CHALLENGE = "Basic realm=\"fluxlab registry\"";

    private static final Pattern PATH =
            Pattern.compile("/v2/(.+)/(blobs/uploads(?=/|$)|(?:blobs|manifests|tags|referrers)(?=/[^/]))/?([^/]*)");

    private final Accounts accounts;
    private final Faults faults;
    private final Layouts layouts;
    private final Map<String, Endpoint> endpoints;

    RegistryHandler(Accounts accounts, Faults faults, Layouts layouts, Map<String, Endpoint> endpoints) {
        this.accounts = accounts;
        this.faults = faults;
        this.layouts = layouts;
        this.endpoints = Map.copyOf(endpoints);
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        exchange.responseHeader("Docker-Distribution-Api-Version", "registry/2.0");
        Matcher path = PATH.matcher(exchange.path());
        String name = path.matches() ? path.group(1) : "";
        faults.strike(exchange, name);
        Accounts.Caller caller = caller(exchange);
        if (path.matches()) {
            Endpoint.Call call = new Endpoint.Call(exchange, new RepositoryName(name), path.group(3), caller.name());
            authorize(call, caller);
            refuseHidden(call);
            Objects.requireNonNull(endpoints.get(path.group(2)), path.group(2)).handle(call);
        } else {
            handleTop(exchange, caller);
        }
    }

    private Accounts.Caller caller(Exchange exchange) {
        try {
            return accounts.caller(exchange);
        } catch (OciException e) {
            exchange.responseHeader("WWW-Authenticate", CHALLENGE);
            throw e;
        }
    }

    private static void authorize(Endpoint.Call call, Accounts.Caller caller) {
        boolean reading = call.method().equals("GET") || call.method().equals("HEAD");
        if (reading ? caller.mayPull() : caller.mayPush().test(call.repository())) {
            return;
        }
        if (!caller.known()) {
            call.exchange().responseHeader("WWW-Authenticate", CHALLENGE);
            throw new OciException(OciError.UNAUTHORIZED, "authentication required");
        }
        throw new OciException(OciError.DENIED, caller.name() + " may not push to or delete from " + call.repository());
    }

    /** A hidden tag is not in lists and not there when asked for. */
    private void refuseHidden(Endpoint.Call call) {
        if (faults.isHidden(call.repository().value(), call.rest())) {
            throw OciException.manifestUnknown(call.rest());
        }
    }

    private void handleTop(Exchange exchange, Accounts.Caller caller) {
        // a client asks here whether it must log in; anonymous pulls are possible without asking
        if (!caller.known()) {
            exchange.responseHeader("WWW-Authenticate", CHALLENGE);
            throw new OciException(OciError.UNAUTHORIZED, "authentication required");
        }
        switch (exchange.path()) {
            case "/v2", "/v2/" -> exchange.respond(200, "application/json", JsonText.bytes(Obj.EMPTY));
            case "/v2/_catalog" -> catalog(exchange);
            default -> throw new OciException(OciError.NAME_INVALID, "no resource of the registry: " + exchange.path());
        }
    }

    private void catalog(Exchange exchange) {
        Page page = Page.of(layouts.names(), exchange);
        page.link(exchange);
        exchange.respond(200, "application/json", JsonText.bytes(Obj.of("repositories", Arr.ofTexts(page.names()))));
    }
}
