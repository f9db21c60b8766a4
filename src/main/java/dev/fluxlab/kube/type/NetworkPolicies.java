package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.function.UnaryOperator;

/** networking.k8s.io/v1 NetworkPolicy: stored and checked, nothing enforces it. */
final class NetworkPolicies {

    private static final UnaryOperator<Obj> PORTS = each("ports", missing("protocol", "TCP"));

    private static final Table TABLE = new Table()
            .name()
            .text(
                    "Pod-Selector",
                    Doc.of("spec.podSelector"),
                    policy -> Selectors.textOrNone(policy.obj("spec", "podSelector")))
            .age();

    private NetworkPolicies() {}

    static ResourceType.Builder type() {
        return ResourceType.of("networking.k8s.io/v1", "NetworkPolicy")
                .plural("networkpolicies")
                .shortNames("netpol")
                .rules(Rules.builder()
                        .defaults(within(
                                "spec", all(NetworkPolicies::types, each("ingress", PORTS), each("egress", PORTS))))
                        .generation(Generation.OF_SPEC)
                        .check(NetworkChecks::policy)
                        .table(TABLE));
    }

    private static Obj types(Obj spec) {
        if (!spec.items("policyTypes").isEmpty()) {
            return spec;
        }
        Arr ingress = Arr.of(new Str("Ingress"));
        return spec.with("policyTypes", spec.items("egress").isEmpty() ? ingress : ingress.plus(new Str("Egress")));
    }
}
