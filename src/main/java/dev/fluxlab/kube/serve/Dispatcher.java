package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.Subresource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Finds the type and the verb that a request for a resource is about; everything else goes to the other handler. */
final class Dispatcher implements Handler {

    private final ServedTypes types;
    private final Map<String, Verb> verbs;
    private final Endpoints endpoints;
    private final Handler other;

    Dispatcher(ServedTypes types, Map<String, Verb> verbs, Endpoints endpoints, Handler other) {
        this.types = types;
        this.verbs = Map.copyOf(verbs);
        this.endpoints = endpoints;
        this.other = other;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        RequestInfo info = exchange.get(Attributes.REQUEST);
        if (!info.isResource()) {
            other.handle(exchange);
            return;
        }
        Optional<ResourceType> type = types.find(info.group(), info.version(), info.resource());
        if (type.isEmpty()) {
            unknown(exchange, info);
            return;
        }
        dispatch(new Call(exchange, info, exchange.get(Attributes.CALLER), type.get()));
    }

    private void dispatch(Call call) throws IOException {
        RequestInfo info = call.info();
        ResourceType type = call.type();
        boolean misplaced = !type.namespaced() && !info.objectNamespace().isEmpty();
        if (misplaced) {
            throw Refusals.noSuchResource();
        }
        if (type.groupResource().toString().equals("endpoints")) {
            call.warn("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
        }
        if (!info.subresource().isEmpty()) {
            subresource(call);
            return;
        }
        if (!type.allows(info.verb()) || !fits(info, type)) {
            throw Refusals.methodNotAllowed();
        }
        endpoints
                .review(type)
                .or(() -> Optional.ofNullable(verbs.get(info.verb())))
                .orElseThrow(Refusals::methodNotAllowed)
                .answer(call);
    }

    private void subresource(Call call) throws IOException {
        String name = call.info().subresource().split("/", 2)[0];
        Subresource subresource = call.type().subresource(name).orElseThrow(Refusals::noSuchResource);
        String verb = call.info().verb();
        if (!subresource.verbs().contains(verb)) {
            endpoints
                    .unlisted(name, verb)
                    .orElseThrow(Refusals::methodNotAllowed)
                    .answer(call);
            return;
        }
        if (!subresource.served()) {
            throw Refusals.notImplemented(call.resource() + "/" + name + " needs a node, and this cluster has none");
        }
        endpoints.subresource(name, verb).orElseThrow(Refusals::noSuchResource).answer(call);
    }

    /** Whether the path has as many parts as the verb needs. */
    private static boolean fits(RequestInfo info, ResourceType type) {
        boolean homeless = type.namespaced() && info.objectNamespace().isEmpty();
        return switch (info.verb()) {
            case "create" -> info.name().isEmpty() && !homeless;
            case "deletecollection" -> !homeless;
            case "get", "update", "patch", "delete" -> !info.name().isEmpty() && !homeless;
            default -> true;
        };
    }

    private void unknown(Exchange exchange, RequestInfo info) {
        boolean builtInGroup = types.catalog().all().stream()
                .anyMatch(type -> type.isBuiltIn() && type.group().equals(info.group()));
        if (builtInGroup) {
            throw Refusals.noSuchResource();
        }
        exchange.respond(404, "404 page not found\n");
    }
}
