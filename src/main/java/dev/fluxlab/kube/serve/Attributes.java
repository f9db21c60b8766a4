package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Attribute;
import dev.fluxlab.kube.auth.Caller;

/** What the filters leave for those behind them. */
final class Attributes {

    static final Attribute<Caller> CALLER = Attribute.of("caller", Caller.class);
    static final Attribute<RequestInfo> REQUEST = Attribute.of("request", RequestInfo.class);

    private Attributes() {}
}
