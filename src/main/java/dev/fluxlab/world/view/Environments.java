package dev.fluxlab.world.view;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** What runs where: an environment is a namespace labelled with {@code environment}, an application a Deployment in it. */
public final class Environments {

    private final Cluster cluster;

    Environments(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The namespaces that are environments. */
    public List<String> names() {
        return cluster.list(Kind.NAMESPACE, "").stream()
                .filter(namespace -> namespace.texts("metadata", "labels").containsKey("environment"))
                .map(namespace -> namespace.text("metadata", "name"))
                .toList();
    }

    public List<String> apps(String environment) {
        return cluster.list(Kind.DEPLOYMENT, environment).stream()
                .map(deployment -> deployment.text("metadata", "name"))
                .toList();
    }

    /** What an application runs; empty when the environment has no such Deployment. */
    public Optional<Running> running(String environment, String app) {
        return cluster.find(Kind.DEPLOYMENT, environment, app).map(deployment -> {
            Obj labels = deployment.obj("spec", "selector", "matchLabels");
            List<Running.Pod> pods = cluster.list(Kind.POD, environment).stream()
                    .filter(pod -> labels.members().entrySet().stream().allMatch(label -> label.getValue()
                            .equals(pod.obj("metadata", "labels")
                                    .get(label.getKey())
                                    .orElse(Json.of(null)))))
                    .filter(pod -> pod.at("metadata", "deletionTimestamp").isEmpty())
                    .map(Environments::pod)
                    .toList();
            return new Running(environment, app, image(deployment), pods);
        });
    }

    private static String image(Obj deployment) {
        return deployment.items("spec", "template", "spec", "containers").stream()
                .findFirst()
                .map(container -> container.text("image"))
                .orElse("");
    }

    private static Running.Pod pod(Obj pod) {
        Json status =
                pod.items("status", "containerStatuses").stream().findFirst().orElse(Obj.EMPTY);
        String imageId = status.text("imageID");
        int at = imageId.indexOf("sha256:");
        return new Running.Pod(
                pod.text("metadata", "name"),
                pod.text("metadata", "uid"),
                pod.items("spec", "containers").stream()
                        .findFirst()
                        .map(container -> container.text("image"))
                        .orElse(""),
                at < 0 ? "" : imageId.substring(at),
                Reconciliation.condition(pod, "Ready").text("status").equals("True"),
                status.text("state", "waiting", "reason"));
    }
}
