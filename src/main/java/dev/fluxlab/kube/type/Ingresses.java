package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.List;

/** networking.k8s.io/v1 Ingress: stored and checked, nothing serves it. */
final class Ingresses {

    private static final int SHOWN = 3;

    private static final Table TABLE = new Table()
            .name()
            .text(
                    "Class",
                    Doc.says("The name of the IngressClass resource that should be used for additional configuration"),
                    object -> Read.orElse(object.text("spec", "ingressClassName"), "<none>"))
            .text(
                    "Hosts",
                    Doc.says("Hosts that incoming requests are matched against before the ingress rule"),
                    Ingresses::hosts)
            .text(
                    "Address",
                    Doc.says("Address is a list containing ingress points for the load-balancer"),
                    object -> String.join(",", ServiceTable.ingress(object)))
            .text(
                    "Ports",
                    Doc.says("Ports of TLS configurations that open"),
                    object -> object.items("spec", "tls").isEmpty() ? "80" : "80, 443")
            .age();

    private Ingresses() {}

    static ResourceType.Builder type() {
        return ResourceType.of("networking.k8s.io/v1", "Ingress")
                .plural("ingresses")
                .shortNames("ing")
                .status()
                .rules(Rules.builder()
                        .status(Status.builtIn(Obj.of("loadBalancer", Obj.EMPTY)))
                        .generation(Generation.OF_SPEC)
                        .check(NetworkChecks::ingress)
                        .table(TABLE));
    }

    private static String hosts(Obj object) {
        List<String> all = object.items("spec", "rules").stream()
                .map(rule -> rule.text("host"))
                .toList();
        List<String> named = all.stream().filter(host -> !host.isEmpty()).toList();
        if (named.isEmpty()) {
            return "*";
        }
        String shown = String.join(",", named.subList(0, Math.min(SHOWN, named.size())));
        return named.size() > SHOWN ? shown + " + " + (all.size() - SHOWN) + " more..." : shown;
    }
}
