package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of a pod and of the pod templates in other kinds. */
final class PodChecks {

    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final String UPDATABLE = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to"
            + " existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)";

    private PodChecks() {}

    static void check(Obj pod, Findings at) {
        spec(pod.obj("spec"), at.in("spec"));
    }

    static void template(Obj template, Findings at) {
        ObjectMeta.checkLabels(template.texts("metadata", "labels"), at.in("labels"));
        ObjectMeta.checkAnnotations(template.texts("metadata", "annotations"), at.in("annotations"));
        spec(template.obj("spec"), at.in("spec"));
        if (!template.items("spec", "ephemeralContainers").isEmpty()) {
            at.in("spec", "ephemeralContainers").forbidden("ephemeral containers not allowed in pod template");
        }
    }

    private static void spec(Obj spec, Findings at) {
        Set<String> volumes = VolumeChecks.check(spec, at);
        ContainerChecks containers = new ContainerChecks(volumes, PROTOCOLS);
        if (spec.items("containers").isEmpty()) {
            at.in("containers").required("");
        }
        Set<String> names = new HashSet<>();
        for (String list : List.of("containers", "initContainers")) {
            Checks.each(spec, list, at, (container, place) -> {
                containers.check(container, place);
                unique(container, names, place);
                probes(container, list.equals("initContainers"), place);
            });
        }
        Checks.oneOf(spec, "restartPolicy", List.of("Always", "OnFailure", "Never"), at);
        Checks.oneOf(spec, "dnsPolicy", List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"), at);
        ObjectMeta.checkLabels(spec.texts("nodeSelector"), at.in("nodeSelector"));
        names(spec, at);
        deadline(spec, at);
    }

    private static void unique(Json container, Set<String> names, Findings at) {
        if (!names.add(container.text("name")) && !container.text("name").isEmpty()) {
            at.in("name").duplicate(new Str(container.text("name")));
        }
    }

    private static void probes(Json container, boolean init, Findings at) {
        boolean sidecar = container.text("restartPolicy").equals("Always");
        for (String name : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (!container.obj().has(name)) {
                continue;
            }
            if (init && !sidecar) {
                at.in(name).forbidden("may not be set for init containers without restartPolicy=Always");
            } else {
                ProbeChecks.check(container.obj(name), name, at.in(name));
            }
        }
    }

    private static void names(Obj spec, Findings at) {
        for (String field : List.of("serviceAccountName", "nodeName", "priorityClassName")) {
            String name = spec.text(field);
            if (!name.isEmpty()) {
                at.in(field).invalid(name, Formats.subdomain(name));
            }
        }
        for (String field : List.of("hostname", "subdomain")) {
            String name = spec.text(field);
            if (!name.isEmpty()) {
                at.in(field).invalid(name, Formats.label(name));
            }
        }
    }

    private static void deadline(Obj spec, Findings at) {
        spec.get("activeDeadlineSeconds")
                .filter(value -> value.asLong()
                        .filter(seconds -> seconds >= 1 && seconds <= Integer.MAX_VALUE)
                        .isEmpty())
                .ifPresent(value ->
                        at.in("activeDeadlineSeconds").invalid(value, "must be between 1 and 2147483647, inclusive"));
    }

    static void checkChange(Obj pod, Obj old, Findings at) {
        if (!fixed(pod).equals(fixed(old))) {
            at.in("spec").forbidden(UPDATABLE);
        }
    }

    /** The spec without what an update may change. */
    private static Obj fixed(Obj pod) {
        Obj spec = pod.obj("spec").without("activeDeadlineSeconds").without("tolerations");
        return Fill.all(
                        Fill.each("containers", container -> container.without("image")),
                        Fill.each("initContainers", container -> container.without("image")))
                .apply(spec);
    }
}
