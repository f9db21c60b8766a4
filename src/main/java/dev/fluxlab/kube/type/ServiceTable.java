package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The columns of services. */
final class ServiceTable {

    static final Table TABLE = new Table()
            .name()
            .text("Type", Doc.of("spec.type"), service -> service.text("spec", "type"))
            .text("Cluster-IP", Doc.of("spec.clusterIP"), ServiceTable::clusterIp)
            .text("External-IP", Doc.of("spec.externalIPs"), ServiceTable::externalIp)
            .text("Port(s)", Doc.of("spec.ports"), ServiceTable::ports)
            .age()
            .wide("Selector", Doc.of("spec.selector"), service -> Selectors.labels(service.texts("spec", "selector")));

    private ServiceTable() {}

    private static String clusterIp(Obj service) {
        return service.items("spec", "clusterIPs").stream()
                .findFirst()
                .flatMap(Json::asText)
                .orElse("<none>");
    }

    private static String externalIp(Obj service) {
        List<String> wanted = service.items("spec", "externalIPs").stream()
                .flatMap(ip -> ip.asText().stream())
                .toList();
        return switch (service.text("spec", "type")) {
            case "ClusterIP", "NodePort" -> wanted.isEmpty() ? "<none>" : String.join(",", wanted);
            case "LoadBalancer" -> balanced(service, wanted);
            case "ExternalName" -> service.text("spec", "externalName");
            default -> "<unknown>";
        };
    }

    private static String balanced(Obj service, List<String> wanted) {
        List<String> all = new ArrayList<>(ingress(service));
        all.addAll(wanted);
        return all.isEmpty() ? "<pending>" : String.join(",", all);
    }

    /** The addresses that a load balancer reports, each once, in order. */
    static List<String> ingress(Obj object) {
        return object.items("status", "loadBalancer", "ingress").stream()
                .map(entry -> Read.orElse(entry.text("ip"), entry.text("hostname")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
    }

    private static String ports(Obj service) {
        String ports =
                service.items("spec", "ports").stream().map(ServiceTable::port).collect(Collectors.joining(","));
        return Read.orElse(ports, "<none>");
    }

    private static String port(Json port) {
        long node = Read.number(port, "nodePort");
        return Read.number(port, "port") + (node > 0 ? ":" + node : "") + "/" + port.text("protocol");
    }
}
