package dev.fluxlab.flux.notification;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Condition;
import dev.fluxlab.flux.api.FluxResource;
import dev.fluxlab.flux.api.Receiver;
import dev.fluxlab.flux.api.ReceiverSpec;
import dev.fluxlab.flux.api.ReceiverSpec.Resource;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Kinds;
import dev.fluxlab.flux.reconcile.Secrets;
import dev.fluxlab.flux.reconcile.Surroundings;
import dev.fluxlab.flux.reconcile.Write;
import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes webhooks: finds the receiver by its path, checks the call, asks for runs. Bodies are always empty. */
final class WebhookIntake {

    private static final int LONGEST = 3 << 20;
    private static final String SOURCE = "source.toolkit.fluxcd.io/v1";

    private static final Map<String, String> KNOWN = Map.of(
            "GitRepository", SOURCE,
            "OCIRepository", SOURCE,
            "Bucket", SOURCE,
            "HelmRepository", SOURCE,
            "HelmChart", SOURCE,
            "ImageRepository", "image.toolkit.fluxcd.io/v1");

    private final Surroundings surroundings;
    private final Kinds kinds;

    WebhookIntake(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.kinds = new Kinds(surroundings.cluster());
    }

    void handle(Exchange exchange) throws IOException {
        byte[] body = exchange.body(LONGEST);
        Optional<Receiver> receiver = find(exchange.rawPathAndQuery());
        exchange.respond(receiver.isEmpty() ? 404 : answer(receiver.get(), exchange, body));
    }

    private Optional<Receiver> find(String path) {
        return surroundings.cluster().list(Address.of(Receiver.class, "", ""), Map.of()).stream()
                .filter(found -> found.text("status", "webhookPath").equals(path))
                .findFirst()
                .map(found -> surroundings.cluster().typed(found, Receiver.class));
    }

    private int answer(Receiver receiver, Exchange exchange, byte[] body) {
        ReceiverSpec spec = receiver.getSpec();
        if (spec.suspend() || !isReady(receiver)) {
            return 503;
        }
        try {
            if (!new WebhookCheck(spec, token(receiver)).accepts(exchange, body)) {
                return 400;
            }
        } catch (ApiFailure e) {
            return 400;
        }
        boolean all = true;
        for (Resource resource : spec.resources()) {
            all &= request(receiver, resource);
        }
        return all ? 200 : 500;
    }

    private static boolean isReady(Receiver receiver) {
        return receiver.getStatus().conditions().stream()
                .anyMatch(condition -> condition.type().equals("Ready") && condition.status() == Condition.Status.TRUE);
    }

    private String token(Receiver receiver) {
        if (receiver.getSpec().secretRef() == null) {
            return "";
        }
        return new Secrets(surroundings.cluster())
                .read(
                        receiver.getMetadata().getNamespace(),
                        receiver.getSpec().secretRef().name())
                .getOrDefault("token", "");
    }

    /** Asks for runs of what the receiver lists; false when one of them could not be asked. */
    private boolean request(Receiver receiver, Resource resource) {
        String kind = resource.kind().toString();
        String apiVersion = resource.apiVersion().isEmpty() ? KNOWN.getOrDefault(kind, "") : resource.apiVersion();
        boolean unlabelled =
                resource.name().equals("*") && resource.matchLabels().isEmpty();
        if (apiVersion.isEmpty() || unlabelled) {
            return false;
        }
        String namespace =
                resource.namespace().isEmpty() ? receiver.getMetadata().getNamespace() : resource.namespace();
        try {
            Optional<Kinds.Kind> served = kinds.find(apiVersion, kind);
            if (served.isEmpty()) {
                return false;
            }
            Address address = new Address(apiVersion, served.get().plural(), namespace, resource.name());
            targets(address, resource).forEach(this::annotate);
            return true;
        } catch (ApiFailure e) {
            return false;
        }
    }

    private List<Address> targets(Address address, Resource resource) {
        if (!address.name().equals("*")) {
            return List.of(address);
        }
        Address collection = new Address(address.apiVersion(), address.plural(), address.namespace(), "");
        String selector = resource.matchLabels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
        return surroundings.cluster().list(collection, Map.of("labelSelector", selector)).stream()
                .map(found -> new Address(
                        address.apiVersion(), address.plural(), address.namespace(), found.text("metadata", "name")))
                .toList();
    }

    private void annotate(Address address) {
        Obj annotations =
                Obj.of(FluxResource.REQUESTED_AT, surroundings.clock().instant().toString());
        Json patch = Obj.of("metadata", Obj.of("annotations", annotations));
        surroundings.cluster().patch(address, Write.merge(patch, EventIntake.COMPONENT));
    }
}
