package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** What is checked of ingresses and network policies. */
final class NetworkChecks {

    private static final List<String> PATH_TYPES = List.of("Exact", "ImplementationSpecific", "Prefix");

    private NetworkChecks() {}

    static void ingress(Obj ingress, Findings found) {
        Obj spec = ingress.obj("spec");
        Findings at = found.in("spec");
        if (spec.items("rules").isEmpty() && !spec.has("defaultBackend")) {
            at.invalid(spec.get("rules").orElse(Null.NULL), "either `defaultBackend` or `rules` must be specified");
        }
        spec.get("defaultBackend").ifPresent(backend -> backend(backend, at.in("defaultBackend")));
        Checks.each(spec, "rules", at, NetworkChecks::rule);
        String type = spec.text("ingressClassName");
        if (!type.isEmpty()) {
            at.in("ingressClassName").invalid(type, Formats.subdomain(type));
        }
    }

    private static void rule(Json rule, Findings at) {
        String host = rule.text("host");
        if (!host.isEmpty()) {
            if (host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
                at.in("host").invalid(host, "must be a DNS name, not an IP address");
            }
            at.in("host").invalid(host, host.contains("*") ? Formats.wildcard(host) : Formats.subdomain(host));
        }
        if (rule.at("http").isEmpty()) {
            return;
        }
        if (rule.items("http", "paths").isEmpty()) {
            at.in("http", "paths").required("");
        }
        Checks.each(rule.obj("http"), "paths", at.in("http"), NetworkChecks::path);
    }

    private static void path(Json path, Findings at) {
        String type = path.text("pathType");
        if (type.isEmpty()) {
            at.in("pathType").required("pathType must be specified");
            return;
        }
        String text = path.text("path");
        if (!PATH_TYPES.contains(type)) {
            at.in("pathType").notSupported(new Str(type), PATH_TYPES);
        } else if (!text.startsWith("/") && !(text.isEmpty() && type.equals("ImplementationSpecific"))) {
            at.in("path").invalid(text, "must be an absolute path");
        }
        backend(path.at("backend").orElse(Obj.EMPTY), at.in("backend"));
    }

    private static void backend(Json backend, Findings at) {
        boolean service = backend.at("service").isPresent();
        boolean resource = backend.at("resource").isPresent();
        if (service && resource) {
            at.invalid("", "cannot set both resource and service backends");
        } else if (!service && !resource) {
            at.invalid("", "resource or service backend is required");
        } else if (service) {
            Checks.name(backend.obj("service"), "name", Formats::label, at.in("service"));
            backendPort(backend.obj("service", "port"), at);
        }
    }

    private static void backendPort(Obj port, Findings at) {
        String name = port.text("name");
        boolean numbered = Read.number(port, "number") != 0;
        if (!name.isEmpty() && numbered) {
            at.invalid("", "cannot set both port name & port number");
        } else if (!name.isEmpty()) {
            at.in("service", "port", "name").invalid(name, Formats.portName(name));
        } else if (numbered) {
            Checks.port(port.get("number").orElseThrow(), at.in("service", "port", "number"));
        } else {
            at.required("port name or number is required");
        }
    }

    static void policy(Obj policy, Findings found) {
        Obj spec = policy.obj("spec");
        Findings at = found.in("spec");
        Checks.selector(spec.obj("podSelector"), at.in("podSelector"));
        for (String direction : List.of("ingress", "egress")) {
            Checks.each(spec, direction, at, (rule, place) -> {
                Checks.each(rule, "ports", place, (port, here) -> port.at("port")
                        .ifPresent(number -> Checks.portOrName(number, here.in("port"))));
            });
        }
        Checks.each(spec, "policyTypes", at, (type, place) -> {
            if (!List.of("Ingress", "Egress").contains(type.asText().orElse(""))) {
                place.notSupported(type, List.of("Egress", "Ingress"));
            }
        });
        if (spec.items("policyTypes").size() > 2) {
            at.in("policyTypes")
                    .invalid(new Arr(spec.items("policyTypes")), "may not specify more than two policyTypes");
        }
    }
}
