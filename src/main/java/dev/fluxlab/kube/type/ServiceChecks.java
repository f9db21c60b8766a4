package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of a service. */
final class ServiceChecks {

    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private ServiceChecks() {}

    static void check(Obj service, Findings found) {
        Obj spec = service.obj("spec");
        Findings at = found.in("spec");
        boolean headless = spec.text("clusterIP").equals("None");
        String type = spec.text("type");
        if (spec.items("ports").isEmpty() && !headless && !type.equals("ExternalName")) {
            at.in("ports").required("");
        }
        if (headless && List.of("NodePort", "LoadBalancer").contains(type)) {
            at.in("clusterIPs").item(0).invalid("None", "may not be set to 'None' for " + type + " services");
        }
        if (type.equals("ExternalName")) {
            external(spec, at);
        }
        ports(spec, at);
        ObjectMeta.checkLabels(spec.texts("selector"), at.in("selector"));
        Checks.oneOf(spec, "sessionAffinity", List.of("ClientIP", "None"), at);
        Checks.oneOf(spec, "type", List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"), at);
        conflicts(spec, at);
    }

    private static void external(Obj spec, Findings at) {
        for (String field : List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            if (spec.has(field)) {
                at.in(field).forbidden("may not be set for ExternalName services");
            }
        }
        String name = spec.text("externalName").replaceFirst("\\.$", "");
        if (name.isEmpty()) {
            at.in("externalName").required("");
        } else {
            at.in("externalName").invalid(name, Formats.subdomain(name));
        }
    }

    private static void ports(Obj spec, Findings at) {
        boolean named = spec.items("ports").size() > 1;
        Set<String> names = new HashSet<>();
        Checks.each(spec, "ports", at, (port, place) -> {
            String name = port.text("name");
            if (named && name.isEmpty()) {
                place.in("name").required("");
            } else if (!name.isEmpty()) {
                place.in("name").invalid(name, Formats.label(name));
                if (!names.add(name)) {
                    place.in("name").duplicate(new Str(name));
                }
            }
            Checks.port(port.at("port").orElse(Json.number(0)), place.in("port"));
            Checks.oneOf(port, "protocol", PROTOCOLS, place);
            Checks.portOrName(port.at("targetPort").orElse(Null.NULL), place.in("targetPort"));
        });
    }

    private static void conflicts(Obj spec, Findings at) {
        Set<String> ports = new HashSet<>();
        Set<String> nodePorts = new HashSet<>();
        Checks.each(spec, "ports", at, (port, place) -> {
            String protocol = port.text("protocol");
            long node = Read.number(port, "nodePort");
            if (node != 0 && spec.text("type").equals("ClusterIP")) {
                place.in("nodePort").forbidden("may not be used when `type` is 'ClusterIP'");
            }
            if (node != 0 && !nodePorts.add(protocol + node)) {
                place.in("nodePort").duplicate(Json.number(node));
            }
            if (!ports.add(protocol + Read.number(port, "port"))) {
                place.duplicate(key(port));
            }
        });
    }

    /** The internal struct by which the real server compares ports. */
    private static Obj key(Json port) {
        return Obj.builder()
                .put("Name", "")
                .put("Protocol", port.text("protocol"))
                .put("AppProtocol", Null.NULL)
                .put("Port", Read.number(port, "port"))
                .put("TargetPort", 0)
                .put("NodePort", 0)
                .build();
    }

    static void checkChange(Obj service, Obj old, Findings found) {
        boolean both = Services.WITH_ADDRESS.contains(service.text("spec", "type"))
                && Services.WITH_ADDRESS.contains(old.text("spec", "type"));
        String before = old.text("spec", "clusterIP");
        String after = service.text("spec", "clusterIP");
        if (both && !before.isEmpty() && !after.equals(before)) {
            found.in("spec", "clusterIPs")
                    .item(0)
                    .invalid(new Arr(service.items("spec", "clusterIPs")), "may not change once set");
        }
    }
}
