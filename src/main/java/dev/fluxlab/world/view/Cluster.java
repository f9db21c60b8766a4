package dev.fluxlab.world.view;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The cluster as kubectl sees it. */
public final class Cluster {

    private final KubernetesClient client;

    public Cluster(KubernetesClient client) {
        this.client = client;
    }

    /** The address of the API server. */
    public String address() {
        return client.getMasterUrl().toString();
    }

    /**
     * The object; empty when there is none, or when the cluster does not serve its kind.
     *
     * @throws WorldUnreachable when the API server does not answer, or refuses to
     */
    public Optional<Obj> find(Kind kind, String namespace, String name) {
        String asked = kind + " " + namespace + "/" + name;
        return raw(kind.path(namespace) + "/" + name, asked);
    }

    /** The objects of a kind, by namespace and name; an empty namespace means all of them. */
    public List<Obj> list(Kind kind, String namespace) {
        return raw(kind.path(namespace), kind.plural() + " of " + (namespace.isEmpty() ? "all namespaces" : namespace))
                .map(list -> list.items("items").stream()
                        .flatMap(item -> item.asObj().stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<Obj> raw(String path, String asked) {
        return asking(asked, () -> Optional.ofNullable(client.raw(path))
                .flatMap(text -> JsonText.read(text).asObj()));
    }

    /** Merges a patch into an object and returns what it has become. */
    public Obj patch(Kind kind, String namespace, String name, Obj merge) {
        return asking(
                "a patch of " + kind + " " + namespace + "/" + name,
                () -> toObj(resource(kind, namespace, name)
                        .patch(PatchContext.of(PatchType.JSON_MERGE), JsonText.print(merge))));
    }

    /** Creates an object, which carries its kind and its namespace. */
    public Obj create(Obj object) {
        GenericKubernetesResource typed =
                Serialization.unmarshal(JsonText.print(object), GenericKubernetesResource.class);
        return asking(
                "the creation of " + object.text("kind"),
                () -> toObj(client.resource(typed).create()));
    }

    public void delete(Kind kind, String namespace, String name) {
        asking("the deletion of " + kind + " " + namespace + "/" + name, () -> resource(kind, namespace, name)
                .delete());
    }

    /** Sends a request as it is; an answer that refuses it is an answer too. */
    public Answer send(Ask ask) throws InterruptedException {
        String base = address().replaceAll("/+$", "");
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(base + ask.path()))
                .header("Accept", ask.accept());
        if (ask.type().isEmpty()) {
            request.method(ask.method(), null, (String) null);
        } else {
            request.method(ask.method(), ask.type(), ask.body());
        }
        try {
            var response = client.getHttpClient()
                    .sendAsync(request.build(), String.class)
                    .get();
            return new Answer(response.code(), response.body());
        } catch (ExecutionException e) {
            throw new WorldUnreachable("the cluster", ask.method() + " " + ask.path(), e);
        }
    }

    /** What a container of the pod has printed. */
    public String logs(String namespace, String pod) {
        return asking(
                "the log of " + pod,
                () -> client.pods().inNamespace(namespace).withName(pod).getLog());
    }

    /**
     * Waits until an object is as the predicate says; empty when it was not within the bound, which is real time.
     */
    public Optional<Obj> await(Kind kind, String namespace, String name, Predicate<Obj> as, Duration bound) {
        try {
            return asking("a watch of " + kind + " " + namespace + "/" + name, () -> Optional.ofNullable(
                            resource(kind, namespace, name)
                                    .waitUntilCondition(
                                            found -> found != null && as.test(toObj(found)),
                                            bound.toMillis(),
                                            TimeUnit.MILLISECONDS))
                    .map(Cluster::toObj));
        } catch (KubernetesClientTimeoutException e) {
            return Optional.empty();
        }
    }

    private Resource<GenericKubernetesResource> resource(Kind kind, String namespace, String name) {
        ResourceDefinitionContext context = context(kind);
        var resources = client.genericKubernetesResources(context);
        return kind.isNamespaced() ? resources.inNamespace(namespace).withName(name) : resources.withName(name);
    }

    private static ResourceDefinitionContext context(Kind kind) {
        int slash = kind.apiVersion().indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : kind.apiVersion().substring(0, slash))
                .withVersion(kind.apiVersion().substring(slash + 1))
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(kind.isNamespaced())
                .build();
    }

    private static Obj toObj(GenericKubernetesResource resource) {
        return JsonText.read(Serialization.asJson(resource)).asObj().orElse(Obj.EMPTY);
    }

    private static <T> T asking(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (KubernetesClientTimeoutException e) {
            throw e;
        } catch (KubernetesClientException e) {
            throw new WorldUnreachable("the cluster", what, e);
        }
    }
}
