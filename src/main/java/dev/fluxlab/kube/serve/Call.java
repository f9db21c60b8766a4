package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.type.GroupResource;
import dev.fluxlab.kube.type.ResourceType;

/** A request for a resource that is served, by a caller who may make it. */
record Call(Exchange exchange, RequestInfo info, Caller caller, ResourceType type) {

    GroupResource resource() {
        return type.groupResource();
    }

    /** The write that the call asks for; the options kind is such as CreateOptions. */
    Write write(String optionsKind) {
        WriteOptions options = WriteOptions.of(exchange, optionsKind);
        String manager = options.manager().isEmpty() ? WriteOptions.userAgent(exchange) : options.manager();
        WriteOptions named = new WriteOptions(options.dryRun(), manager, options.validation(), options.force());
        return new Write(type, info.objectNamespace(), info.name(), info.subresource(), named, caller);
    }

    String query(String name) {
        return exchange.query().get(name, "");
    }

    /** The warning that a client shows to its user. */
    void warn(String text) {
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
        exchange.addResponseHeader("Warning", "299 - \"" + quoted + "\"");
    }
}
