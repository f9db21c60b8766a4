package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Filter;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.ClientCertificates;
import dev.fluxlab.kube.auth.Tokens;
import java.util.List;
import java.util.Optional;

/** Finds out who asks: by client certificate, by bearer token, or nobody known. */
final class Authentication implements Filter {

    private static final String BEARER = "bearer ";

    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(Exchange exchange, Handler next) throws Exception {
        exchange.put(Attributes.CALLER, caller(exchange));
        next.handle(exchange);
    }

    private Caller caller(Exchange exchange) {
        Optional<Caller> certified = exchange.clientCertificate().map(ClientCertificates::caller);
        if (certified.isPresent()) {
            return certified.get();
        }
        Optional<String> token = exchange.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).trim())
                .filter(value -> !value.isEmpty());
        return token.isEmpty()
                ? Caller.anonymous()
                : tokens.caller(token.get(), List.of()).orElseThrow(Refusals::unauthorized);
    }
}
