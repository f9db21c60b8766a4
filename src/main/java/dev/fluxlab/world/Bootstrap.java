package dev.fluxlab.world;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Login;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Ties a cluster to a fleet repository as {@code flux bootstrap} does: the namespace, the credentials, the settings
 * that differ from cluster to cluster, the source and the root Kustomization.
 */
public final class Bootstrap {

    /** Where Flux lives. */
    public static final String NAMESPACE = "flux-system";

    /** The environments of the fleet. */
    public static final List<String> ENVIRONMENTS = List.of("develop", "staging", "production");

    private static final String MANAGER = "flux";

    private final KubernetesClient client;

    public Bootstrap(KubernetesClient client) {
        this.client = client;
    }

    /**
     * What the cluster must know of the world outside.
     *
     * @param gitServer the forge's address as the cluster reaches it
     * @param registry host and port of the registry
     * @param organisation the first part of the images' names
     */
    public record Settings(String gitServer, String registry, String organisation, Login git, Login pull) {}

    /** Serves Flux's kinds; those that are there already are left as they are. */
    public void define(List<Obj> definitions) {
        for (Obj definition : definitions) {
            String name = definition.text("metadata", "name");
            if (client.apiextensions()
                            .v1()
                            .customResourceDefinitions()
                            .withName(name)
                            .get()
                    == null) {
                client.resource(typed(definition)).create();
            }
        }
    }

    /** The namespaces, the credentials and the settings: what the fleet's own manifests rely on. */
    public void prepare(Settings settings) {
        apply(object("v1", "Namespace", "", NAMESPACE, Obj.EMPTY));
        apply(secret(
                NAMESPACE,
                "git-write",
                "Opaque",
                Obj.builder()
                        .put("username", settings.git().user())
                        .put("password", settings.git().password())
                        .build()));
        apply(pullSecret(NAMESPACE, settings));
        for (String environment : ENVIRONMENTS) {
            apply(object("v1", "Namespace", "", environment, Obj.EMPTY));
            apply(pullSecret(environment, settings));
        }
        apply(object(
                "v1",
                "ConfigMap",
                NAMESPACE,
                "cluster-settings",
                Obj.of(
                        "data",
                        Obj.builder()
                                .put("image_registry", settings.registry() + "/" + settings.organisation())
                                .put("git_server", settings.gitServer())
                                .build())));
    }

    /** The source and the root Kustomization: from here on Flux takes over. */
    public void tie(Settings settings) {
        apply(object(
                "source.toolkit.fluxcd.io/v1",
                "GitRepository",
                NAMESPACE,
                NAMESPACE,
                Obj.of(
                        "spec",
                        Obj.builder()
                                .put("interval", "1m0s")
                                .put("ref", Obj.of("branch", "main"))
                                .put("secretRef", Obj.of("name", "git-write"))
                                .put("url", settings.gitServer() + "/fleet.git")
                                .build())));
        apply(object(
                "kustomize.toolkit.fluxcd.io/v1",
                "Kustomization",
                NAMESPACE,
                NAMESPACE,
                Obj.of(
                        "spec",
                        Obj.builder()
                                .put("interval", "10m0s")
                                .put("path", "./flux/bootstrap/flux-system")
                                .put("prune", true)
                                .put(
                                        "sourceRef",
                                        Obj.builder()
                                                .put("kind", "GitRepository")
                                                .put("name", NAMESPACE)
                                                .build())
                                .build())));
    }

    /** Deletes what the lab made: the root Kustomization with all it applied, then the namespaces. */
    public void untie() {
        for (String[] kind : new String[][] {
            {"kustomize.toolkit.fluxcd.io/v1", "Kustomization"}, {"source.toolkit.fluxcd.io/v1", "GitRepository"}
        }) {
            client.genericKubernetesResources(kind[0], kind[1])
                    .inNamespace(NAMESPACE)
                    .delete();
        }
        ENVIRONMENTS.forEach(
                environment -> client.namespaces().withName(environment).delete());
    }

    private static Obj pullSecret(String namespace, Settings settings) {
        Login pull = settings.pull();
        String basic = Base64.getEncoder()
                .encodeToString((pull.user() + ":" + pull.password()).getBytes(StandardCharsets.UTF_8));
        Obj login = Obj.builder()
                .put("username", pull.user())
                .put("password", pull.password())
                .put("auth", basic)
                .build();
        String config = JsonText.print(Obj.of("auths", Obj.of(settings.registry(), login)));
        return secret(
                namespace, "registry-pull", "kubernetes.io/dockerconfigjson", Obj.of(".dockerconfigjson", config));
    }

    private static Obj secret(String namespace, String name, String type, Obj texts) {
        Obj.Builder data = Obj.builder();
        texts.texts()
                .forEach((key, text) ->
                        data.put(key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return object(
                "v1",
                "Secret",
                namespace,
                name,
                Obj.builder().put("type", type).put("data", data.build()).build());
    }

    private static Obj object(String apiVersion, String kind, String namespace, String name, Obj content) {
        Obj.Builder metadata = Obj.builder().put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return Obj.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", metadata.build())
                .putAll(content)
                .build();
    }

    private void apply(Obj object) {
        client.resource(typed(object))
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager(MANAGER)
                        .withForce(true)
                        .build());
    }

    private static GenericKubernetesResource typed(Json object) {
        return Serialization.unmarshal(JsonText.print(object), GenericKubernetesResource.class);
    }
}
