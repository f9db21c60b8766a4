package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.in;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The defaults of pods and of the pod templates in other kinds: SetDefaults_* of Kubernetes' core/v1. */
final class PodDefaults {

    private static final long FILE_MODE = 0644;

    private static final UnaryOperator<Obj> FIELD_REF = in("fieldRef", missing("apiVersion", "v1"));

    private static final UnaryOperator<Obj> HTTP_GET =
            in("httpGet", all(missing("path", "/"), missing("scheme", "HTTP")));

    private static final UnaryOperator<Obj> PROBE = all(
            missing("timeoutSeconds", 1),
            missing("periodSeconds", 10),
            missing("successThreshold", 1),
            missing("failureThreshold", 3),
            in("grpc", object -> object.has("service") ? object : object.with("service", "")),
            HTTP_GET);

    private static final UnaryOperator<Obj> CONTAINER = all(
            missing("imagePullPolicy", PodDefaults::pullPolicy),
            missing("terminationMessagePath", "/dev/termination-log"),
            missing("terminationMessagePolicy", "File"),
            each("ports", missing("protocol", "TCP")),
            each("env", in("valueFrom", FIELD_REF)),
            in("livenessProbe", PROBE),
            in("readinessProbe", PROBE),
            in("startupProbe", PROBE),
            in("lifecycle", all(in("postStart", HTTP_GET), in("preStop", HTTP_GET))));

    private static final UnaryOperator<Obj> PROJECTED = all(
            missing("defaultMode", FILE_MODE),
            each(
                    "sources",
                    all(
                            in("serviceAccountToken", missing("expirationSeconds", 3600)),
                            in("downwardAPI", each("items", FIELD_REF)))));

    private static final UnaryOperator<Obj> VOLUME = all(
            when(volume -> volume.size() == 1, missing("emptyDir", Obj.EMPTY)),
            in("secret", missing("defaultMode", FILE_MODE)),
            in("configMap", missing("defaultMode", FILE_MODE)),
            in("downwardAPI", all(missing("defaultMode", FILE_MODE), each("items", FIELD_REF))),
            in("projected", PROJECTED),
            in("hostPath", path -> path.has("type") ? path : path.with("type", "")),
            in("ephemeral", in("volumeClaimTemplate", within("spec", missing("volumeMode", "Filesystem")))));

    /** What every pod spec gets, in a template or in a pod. */
    static final UnaryOperator<Obj> SPEC = all(
            missing("dnsPolicy", "ClusterFirst"),
            missing("restartPolicy", "Always"),
            missing("securityContext", Obj.EMPTY),
            missing("terminationGracePeriodSeconds", 30),
            missing("schedulerName", "default-scheduler"),
            PodDefaults::serviceAccount,
            each("containers", CONTAINER),
            each("initContainers", CONTAINER),
            each("ephemeralContainers", CONTAINER),
            each("volumes", VOLUME));

    static final UnaryOperator<Obj> TEMPLATE = within("template", within("spec", SPEC));

    private static final UnaryOperator<Obj> REQUESTS = within("resources", PodDefaults::requestsFromLimits);

    private static final UnaryOperator<Obj> HOST_PORTS =
            each("ports", missing("hostPort", port -> port.get("containerPort").orElse(Json.number(0))));

    /** What only a pod gets, not a template of pods. */
    static final UnaryOperator<Obj> POD = within(
            "spec",
            all(
                    SPEC,
                    missing("enableServiceLinks", true),
                    each("containers", REQUESTS),
                    each("initContainers", REQUESTS),
                    when(
                            spec -> spec.get("hostNetwork").equals(Optional.of(Json.bool(true))),
                            all(each("containers", HOST_PORTS), each("initContainers", HOST_PORTS)))));

    private PodDefaults() {}

    /** The name and its deprecated twin are written together. */
    private static Obj serviceAccount(Obj spec) {
        String name = spec.text("serviceAccountName").isEmpty()
                ? spec.text("serviceAccount")
                : spec.text("serviceAccountName");
        return name.isEmpty() ? spec : spec.with("serviceAccountName", name).with("serviceAccount", name);
    }

    private static Json pullPolicy(Obj container) {
        return new Str(isLatest(container.text("image")) ? "Always" : "IfNotPresent");
    }

    /** An image without tag and digest is the latest one. */
    private static boolean isLatest(String image) {
        if (image.isEmpty() || image.contains("@")) {
            return false;
        }
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/');
        return !tagged || image.substring(colon + 1).equals("latest");
    }

    private static Obj requestsFromLimits(Obj resources) {
        if (resources.obj("limits").isEmpty()) {
            return resources;
        }
        Obj.Builder requests = resources.obj("requests").toBuilder();
        resources.obj("limits").members().forEach((name, quantity) -> {
            if (!requests.has(name)) {
                requests.put(name, quantity);
            }
        });
        return resources.with("requests", requests.build());
    }
}
