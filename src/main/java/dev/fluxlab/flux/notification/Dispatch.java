package dev.fluxlab.flux.notification;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.flux.api.Alert;
import dev.fluxlab.flux.api.Provider;
import dev.fluxlab.flux.api.ProviderSpec;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Sends one event to the provider of one alert. */
final class Dispatch {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Cluster cluster;
    private final HttpClient http;

    Dispatch(Cluster cluster, HttpClient http) {
        this.cluster = cluster;
        this.http = http;
    }

    void send(Event event, Alert alert) throws DispatchFailure {
        String namespace = alert.getMetadata().getNamespace();
        ProviderSpec provider =
                provider(event, namespace, alert.getSpec().providerRef().name());
        if (provider.suspend()) {
            return;
        }
        Map<String, String> secret = secret(event, namespace, provider);
        byte[] body = JsonText.bytes(
                event.sent(alert.getSpec().eventMetadata(), alert.getSpec().summary()));
        HttpRequest.Builder request = request(event, provider, secret, body);
        if (provider.type() == ProviderSpec.Type.GENERIC_HMAC) {
            String token = secret.getOrDefault("token", "");
            if (token.isEmpty()) {
                throw DispatchFailure.setup(
                        event,
                        "failed to initialize notifier for provider '"
                                + alert.getSpec().providerRef().name() + "': generic-hmac needs a token in its secret");
            }
            request.header("X-Signature", Hmac.sign("sha256", token, body));
        }
        post(event, request.build());
    }

    private ProviderSpec provider(Event event, String namespace, String name) throws DispatchFailure {
        try {
            Obj found = cluster.read(Address.of(Provider.class, namespace, name));
            ProviderSpec spec = cluster.typed(found, Provider.class).getSpec();
            if (spec.type() != ProviderSpec.Type.GENERIC && spec.type() != ProviderSpec.Type.GENERIC_HMAC) {
                throw DispatchFailure.setup(
                        event,
                        "failed to initialize notifier for provider '" + name + "': fluxlab does not speak to "
                                + spec.type() + "; use generic or generic-hmac");
            }
            return spec;
        } catch (ApiFailure e) {
            throw DispatchFailure.setup(event, "failed to read provider: " + e.getMessage());
        }
    }

    private Map<String, String> secret(Event event, String namespace, ProviderSpec provider) throws DispatchFailure {
        if (provider.secretRef() == null) {
            return Map.of();
        }
        try {
            return new Secrets(cluster).read(namespace, provider.secretRef().name());
        } catch (ApiFailure e) {
            throw DispatchFailure.setup(event, "failed to read secret: " + e.getMessage());
        }
    }

    private static HttpRequest.Builder request(
            Event event, ProviderSpec provider, Map<String, String> secret, byte[] body) throws DispatchFailure {
        String address = secret.getOrDefault("address", provider.address());
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(GoDuration.parseOr(provider.timeout(), TIMEOUT))
                    .header("Content-Type", "application/json")
                    .header("gotk-component", event.body().text("reportingController"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            YamlText.read(secret.getOrDefault("headers", "{}"))
                    .obj()
                    .members()
                    .forEach(
                            (name, value) -> request.header(name, value.asText().orElseGet(value::toString)));
            return request;
        } catch (IllegalArgumentException e) {
            throw DispatchFailure.setup(event, "invalid address '" + address + "': " + e.getMessage());
        }
    }

    private void post(Event event, HttpRequest request) throws DispatchFailure {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw DispatchFailure.sending(
                        event,
                        "postMessage failed: request failed: request failed with status code " + answer.statusCode()
                                + ": " + answer.body());
            }
        } catch (IOException e) {
            throw DispatchFailure.sending(event, "postMessage failed: request failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
