package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** The API server as trees, for kinds that no class describes and for answers whose every field counts. */
public final class Cluster {

    private final KubernetesClient client;
    private final Optional<String> user;

    public Cluster(KubernetesClient client) {
        this(client, Optional.empty());
    }

    private Cluster(KubernetesClient client, Optional<String> user) {
        this.client = client;
        this.user = user;
    }

    /** The same API server, asked in the name of another user. */
    public Cluster as(String otherUser) {
        return new Cluster(client, Optional.of(otherUser));
    }

    /** The object as a class describes it. */
    public <T> T typed(Json object, Class<T> type) {
        if (HasMetadata.class.isAssignableFrom(type)) {
            // of a kind that nothing watches yet the client would make a generic object
            client.getKubernetesSerialization().registerKubernetesResource(type.asSubclass(HasMetadata.class));
        }
        return client.getKubernetesSerialization().convertValue(object.toJava(), type);
    }

    /** The object, or none when there is none. */
    public Optional<Obj> get(Address address) {
        try {
            return Optional.of(read(address));
        } catch (ApiFailure e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @throws ApiFailure when there is none, with the server's words */
    public Obj read(Address address) {
        return get(address.path()).obj();
    }

    /** What a path answers. */
    public Json get(String path) {
        return send("GET", path, Optional.empty());
    }

    public List<Json> list(Address collection, Map<String, String> parameters) {
        return get(collection.path() + query(parameters)).items("items");
    }

    public Obj patch(Address address, Write write) {
        return send("PATCH", address.path() + query(write.parameters()), Optional.of(write))
                .obj();
    }

    public Obj patchStatus(Address address, Write write) {
        String path = address.path() + "/status" + query(write.parameters());
        return send("PATCH", path, Optional.of(write)).obj();
    }

    public Obj create(Address collection, Write write) {
        return send("POST", collection.path() + query(write.parameters()), Optional.of(write))
                .obj();
    }

    public void delete(Address address, Obj options) {
        send("DELETE", address.path(), Optional.of(new Write("application/json", options, Map.of())));
    }

    private static String query(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private Json send(String method, String path, Optional<Write> write) {
        HttpRequest.Builder request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + path))
                .header("Accept", "application/json");
        user.ifPresent(name -> request.header("Impersonate-User", name));
        if (write.isPresent()) {
            request.method(
                    method,
                    write.get().contentType(),
                    JsonText.print(write.get().body()));
        }
        HttpResponse<String> response = await(method + " " + path, request.build());
        if (response.code() >= 300) {
            throw ApiFailure.answered(response.code(), body(response));
        }
        return body(response);
    }

    private HttpResponse<String> await(String what, HttpRequest request) {
        try {
            return client.getHttpClient().sendAsync(request, String.class).get();
        } catch (ExecutionException e) {
            throw ApiFailure.unreachable(what, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiFailure.unreachable(what, e);
        }
    }

    private static Json body(HttpResponse<String> response) {
        try {
            return JsonText.read(response.body());
        } catch (DocumentException e) {
            return response.isSuccessful() ? Null.NULL : Obj.of("message", response.body());
        }
    }
}
