package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Filter;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.auth.Access;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.Decision;
import dev.fluxlab.kube.auth.Rbac;

/** Refuses what the caller may not do, before anything is said about whether it exists. */
final class Authorization implements Filter {

    private final Rbac rbac;

    Authorization(Rbac rbac) {
        this.rbac = rbac;
    }

    @Override
    public void filter(Exchange exchange, Handler next) throws Exception {
        Caller caller = exchange.get(Attributes.CALLER);
        Access access = exchange.get(Attributes.REQUEST).access();
        Decision decision = rbac.decide(caller, access);
        if (!decision.allowed()) {
            throw Refusals.denied(caller, access, decision.reason());
        }
        next.handle(exchange);
    }
}
