package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Optional;

/** The addresses and node ports that a service is given and keeps. */
final class ServiceAddresses {

    private ServiceAddresses() {}

    static Obj allocate(Obj service, Allocations allocations) {
        Obj spec = service.obj("spec");
        if (!Services.WITH_ADDRESS.contains(spec.text("type"))) {
            return service;
        }
        String wanted = Read.orElse(spec.text("clusterIP"), firstAddress(spec));
        String address = wanted.equals("None")
                ? wanted
                : allocations
                        .clusterIp(Optional.of(wanted).filter(ip -> !ip.isEmpty()))
                        .orElse(wanted);
        Obj addressed = spec.with("clusterIP", address)
                .with("clusterIPs", Arr.of(new Str(address)))
                .with("ipFamilies", Arr.of(new Str("IPv4")))
                .with("ipFamilyPolicy", Read.orElse(spec.text("ipFamilyPolicy"), "SingleStack"));
        return service.with("spec", withNodePorts(addressed, allocations));
    }

    private static String firstAddress(Obj spec) {
        return spec.items("clusterIPs").stream()
                .findFirst()
                .flatMap(Json::asText)
                .orElse("");
    }

    private static Obj withNodePorts(Obj spec, Allocations allocations) {
        boolean opens = spec.text("type").equals("NodePort")
                || spec.text("type").equals("LoadBalancer") && Read.flag(spec, "allocateLoadBalancerNodePorts");
        return opens
                ? Fill.each("ports", port -> withNodePort(port, allocations)).apply(spec)
                : spec;
    }

    private static Obj withNodePort(Obj port, Allocations allocations) {
        if (Read.number(port, "nodePort") != 0) {
            return port;
        }
        return allocations
                .nodePort(Optional.empty())
                .map(free -> port.with("nodePort", Json.number(free)))
                .orElse(port);
    }

    /** An update that does not name the address keeps the old one; a change of type allocates or releases. */
    static Obj keep(Obj service, Obj old, Allocations allocations) {
        Obj spec = service.obj("spec");
        Obj before = old.obj("spec");
        if (!Services.WITH_ADDRESS.contains(spec.text("type"))) {
            return service.with("spec", released(spec, before));
        }
        if (!Services.WITH_ADDRESS.contains(before.text("type"))) {
            return allocate(service, allocations);
        }
        for (String field : new String[] {"clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
            if (Fill.isMissing(spec, field) && before.has(field)) {
                spec = spec.with(field, before.get(field).orElseThrow());
            }
        }
        return service.with("spec", withNodePorts(spec, allocations));
    }

    /** An external name has no address: what an older update brought along is dropped when it is the old one. */
    private static Obj released(Obj spec, Obj before) {
        boolean carried = spec.get("clusterIP").equals(before.get("clusterIP"));
        return carried
                ? spec.without("clusterIP")
                        .without("clusterIPs")
                        .without("ipFamilies")
                        .without("ipFamilyPolicy")
                : spec;
    }
}
