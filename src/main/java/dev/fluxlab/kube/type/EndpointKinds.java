package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.missing;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** v1 Endpoints and discovery.k8s.io/v1 EndpointSlice: where the pods behind a service are. */
final class EndpointKinds {

    private static final int SHOWN = 3;

    private static final Table ENDPOINTS = new Table()
            .name()
            .text("Endpoints", Doc.of("subsets"), EndpointKinds::addresses)
            .age();

    private static final Table SLICES = new Table()
            .name()
            .text("AddressType", Doc.of("addressType"), slice -> slice.text("addressType"))
            .text("Ports", Doc.of("ports"), slice -> unsetOr(slicePorts(slice)))
            .text("Endpoints", Doc.of("endpoints"), slice -> unsetOr(sliceAddresses(slice)))
            .age();

    private EndpointKinds() {}

    static ResourceType.Builder endpoints() {
        return ResourceType.of("v1", "Endpoints")
                .plural("endpoints")
                .shortNames("ep")
                .deprecated("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice")
                .rules(Rules.builder()
                        .defaults(each("subsets", each("ports", missing("protocol", "TCP"))))
                        .createsOnUpdate()
                        .table(ENDPOINTS));
    }

    static ResourceType.Builder slices() {
        return ResourceType.of("discovery.k8s.io/v1", "EndpointSlice")
                .rules(Rules.builder()
                        .defaults(each(
                                "ports",
                                Fill.all(
                                        port -> port.has("name") ? port : port.with("name", ""),
                                        missing("protocol", "TCP"))))
                        .generation(Generation.OF_CONTENT)
                        .checkChange(Immutable.field("addressType"))
                        .table(SLICES));
    }

    private static String addresses(Obj endpoints) {
        if (endpoints.items("subsets").isEmpty()) {
            return "<none>";
        }
        List<String> all = new ArrayList<>();
        for (Json subset : endpoints.items("subsets")) {
            all.addAll(addressesOf(subset));
        }
        return shortened(all);
    }

    private static List<String> addressesOf(Json subset) {
        List<String> ips = subset.items("addresses").stream()
                .map(address -> address.text("ip"))
                .toList();
        List<Json> ports = subset.items("ports");
        return ports.isEmpty()
                ? ips
                : ports.stream()
                        .flatMap(port -> ips.stream().map(ip -> ip + ":" + Read.number(port, "port")))
                        .toList();
    }

    private static List<String> slicePorts(Obj slice) {
        return slice.items("ports").stream().map(EndpointKinds::slicePort).toList();
    }

    private static String slicePort(Json port) {
        return port.at("port").isPresent() ? Long.toString(Read.number(port, "port")) : Read.either(port, "*", "name");
    }

    private static List<String> sliceAddresses(Obj slice) {
        return slice.items("endpoints").stream()
                .flatMap(endpoint -> endpoint.items("addresses").stream())
                .flatMap(address -> address.asText().stream())
                .toList();
    }

    private static String unsetOr(List<String> all) {
        return all.isEmpty() ? "<unset>" : shortened(all);
    }

    private static String shortened(List<String> all) {
        String shown = String.join(",", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? shown + " + " + (all.size() - SHOWN) + " more..." : shown;
    }
}
