package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Set;
import java.util.function.UnaryOperator;

/** v1 Service. */
final class Services {

    static final Set<String> WITH_ADDRESS = Set.of("ClusterIP", "NodePort", "LoadBalancer");

    private static final long AFFINITY_SECONDS = 10_800;

    private static final UnaryOperator<Obj> PORT = all(missing("protocol", "TCP"), Services::targetPort);

    private static final UnaryOperator<Obj> SPEC = all(
            missing("sessionAffinity", "None"),
            Services::affinity,
            missing("type", "ClusterIP"),
            each("ports", PORT),
            when(Services::isExternal, missing("externalTrafficPolicy", "Cluster")),
            when(spec -> WITH_ADDRESS.contains(spec.text("type")), missing("internalTrafficPolicy", "Cluster")),
            when(Fill.says("type", "LoadBalancer"), missing("allocateLoadBalancerNodePorts", true)));

    private Services() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "Service")
                .shortNames("svc")
                .categories("all")
                .status()
                .unserved("proxy", "ServiceProxyOptions", "create", "delete", "get", "patch", "update")
                .rules(Rules.builder()
                        .defaults(within("spec", SPEC))
                        .status(Status.builtIn(Obj.of("loadBalancer", Obj.EMPTY)))
                        .onCreate(ServiceAddresses::allocate)
                        .onUpdate(ServiceAddresses::keep)
                        .names(Formats::label)
                        .check(ServiceChecks::check)
                        .checkChange(ServiceChecks::checkChange)
                        .createsOnUpdate()
                        .returnsDeletedObject()
                        .selectable("spec.clusterIP")
                        .selectable("spec.type")
                        .table(ServiceTable.TABLE));
    }

    static boolean isExternal(Obj spec) {
        String type = spec.text("type");
        return type.equals("LoadBalancer")
                || type.equals("NodePort")
                || type.equals("ClusterIP") && !spec.items("externalIPs").isEmpty();
    }

    private static Obj targetPort(Obj port) {
        Json target = port.get("targetPort").orElse(new Str(""));
        boolean none = target.equals(new Str("")) || target.equals(Json.number(0));
        return none ? port.with("targetPort", port.get("port").orElse(Json.number(0))) : port;
    }

    private static Obj affinity(Obj spec) {
        if (spec.text("sessionAffinity").equals("None")) {
            return spec.without("sessionAffinityConfig");
        }
        return within("sessionAffinityConfig", within("clientIP", missing("timeoutSeconds", AFFINITY_SECONDS)))
                .apply(spec);
    }
}
