package dev.fluxlab.kube.serve;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.type.ApiGroup;
import dev.fluxlab.kube.type.Discovery;
import java.util.Optional;

/** What is served: the list that clients begin with. */
final class DiscoveryHandler implements Handler {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final ServedTypes types;

    DiscoveryHandler(ServedTypes types) {
        this.types = types;
    }

    @Override
    public void handle(Exchange exchange) {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            throw Refusals.methodNotAllowed();
        }
        Discovery discovery = new Discovery(types.catalog());
        String path = exchange.path().replaceAll("/+$", "");
        boolean root = path.equals("/api") || path.equals("/apis");
        Accepted accepted = Accepted.of(exchange);
        if (root && accepted.form() == Accepted.Form.AGGREGATED_DISCOVERY) {
            aggregated(exchange, path.equals("/api") ? discovery.aggregatedCore() : discovery.aggregatedGroups());
            return;
        }
        Optional<Obj> legacy = legacy(exchange, discovery, path);
        if (legacy.isPresent()) {
            Answers.send(exchange, 200, legacy.get(), Accepted.JSON);
        } else {
            unknown(exchange, path);
        }
    }

    private static Optional<Obj> legacy(Exchange exchange, Discovery discovery, String path) {
        String[] parts = path.substring(1).split("/", -1);
        if (parts[0].equals("api")) {
            return parts.length == 1
                    ? Optional.of(discovery.coreVersions(exchange.header("Host").orElse("")))
                    : discovery.resourceList("", parts[1]);
        }
        return switch (parts.length) {
            case 1 -> Optional.of(discovery.groupList());
            case 2 -> discovery.group(parts[1]);
            default -> discovery.resourceList(parts[1], parts[2]);
        };
    }

    /** kubectl keeps the answer and asks again with its tag. */
    private static void aggregated(Exchange exchange, Obj list) {
        byte[] body = (JsonText.print(list) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String tag = "\"" + Hashes.of(body) + "\"";
        exchange.responseHeader("ETag", tag).responseHeader("Vary", "Accept").responseHeader("Cache-Control", "public");
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
            exchange.respond(304);
            return;
        }
        Answers.bytes(exchange, 200, AGGREGATED, body);
    }

    private void unknown(Exchange exchange, String path) {
        String[] parts = path.substring(1).split("/", -1);
        boolean knownGroup = parts.length > 2
                && types.catalog().groups().stream().map(ApiGroup::name).anyMatch(parts[1]::equals);
        if (knownGroup || parts[0].equals("api")) {
            throw Refusals.noSuchResource();
        }
        exchange.respond(404, "404 page not found\n");
    }
}
