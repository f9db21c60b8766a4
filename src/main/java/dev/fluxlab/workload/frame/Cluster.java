package dev.fluxlab.workload.frame;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The API server as trees, asked in the name of one component: that is the manager its writes are recorded under. */
public final class Cluster {

    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";

    private final KubernetesClient client;
    private final String component;

    public Cluster(KubernetesClient client, String component) {
        this.client = client;
        this.component = component;
    }

    /** The same API server in the name of another component. */
    public Cluster as(String other) {
        return new Cluster(client, other);
    }

    public String component() {
        return component;
    }

    /** The object, or none when there is none. */
    public Optional<Obj> get(Address address) {
        return unlessMissing(() -> get(address.path()).obj());
    }

    /** What a path answers. */
    public Json get(String path) {
        return send("GET", path, JSON, Optional.empty());
    }

    /** The objects of a collection that have the labels (a selector as the API takes it; empty: all). */
    public List<Obj> list(Address collection, String labelSelector) {
        String query = labelSelector.isEmpty() ? "" : "?" + pair("labelSelector", labelSelector);
        return get(collection.path() + query).items("items").stream()
                .map(Json::obj)
                .toList();
    }

    public Obj create(Address collection, Obj object) {
        return write("POST", collection.path(), JSON, object);
    }

    /** Creates what stands below an object, such as the binding of a pod. */
    public void createBelow(Address owner, String subresource, Obj object) {
        write("POST", owner.path() + "/" + subresource, JSON, object);
    }

    /** Replaces an object; its resourceVersion guards against another's write being lost. */
    public Obj replace(Address address, Obj object) {
        return write("PUT", address.path(), JSON, object);
    }

    public Obj replaceStatus(Address address, Obj object) {
        return write("PUT", address.path() + "/status", JSON, object);
    }

    public Obj replaceBelow(Address address, String subresource, Obj object) {
        return write("PUT", address.path() + "/" + subresource, JSON, object);
    }

    public Optional<Obj> merge(Address address, Obj patch) {
        return unlessMissing(() -> write("PATCH", address.path(), MERGE, patch));
    }

    /** Merges into a status as a kubelet does: lists that have keys are merged by them. */
    public Optional<Obj> mergeStatus(Address address, Obj patch) {
        return unlessMissing(() -> write("PATCH", address.path() + "/status", STRATEGIC, patch));
    }

    /** Deletes an object; one that is already gone is no failure. */
    public void delete(Address address, Obj options) {
        Obj body = Obj.builder()
                .put("kind", "DeleteOptions")
                .put("apiVersion", "v1")
                .putAll(options)
                .build();
        unlessMissing(() -> send("DELETE", address.path(), JSON, Optional.of(JsonText.print(body)))
                .obj());
    }

    /** Adds text to what stands below an object. */
    public void append(Address owner, String below, String text) {
        send("POST", owner.path() + "/" + below, "text/plain", Optional.of(text));
    }

    private static Optional<Obj> unlessMissing(Supplier<Obj> request) {
        try {
            return Optional.of(request.get());
        } catch (ApiFailure e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Obj write(String method, String path, String contentType, Obj body) {
        String managed = path + "?" + pair("fieldManager", component);
        return send(method, managed, contentType, Optional.of(JsonText.print(body)))
                .obj();
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Json send(String method, String path, String contentType, Optional<String> body) {
        HttpRequest.Builder request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + path))
                .header("Accept", JSON)
                .header("User-Agent", component + "/fluxlab");
        body.ifPresent(text -> request.method(method, contentType, text));
        HttpResponse<String> response = await(method + " " + path, request.build());
        if (response.code() >= 300) {
            throw ApiFailure.answered(response.code(), method + " " + path, body(response));
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

    /** A selector as the API takes it, of labels that must all be there. */
    public static String selector(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
