package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is checked of a container. */
record ContainerChecks(Set<String> volumes, List<String> protocols) {

    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

    void check(Json container, Findings at) {
        Checks.name(container, "name", Formats::label, at);
        Checks.required(container, "image", at);
        Checks.oneOf(container, "terminationMessagePolicy", List.of("File", "FallbackToLogsOnError"), at);
        ports(container, at);
        Checks.each(container, "env", at, ContainerChecks::variable);
        Checks.each(container, "envFrom", at, (source, place) -> variables(source, at.in("envFrom"), place));
        mounts(container, at);
        Checks.oneOf(container, "imagePullPolicy", List.of("Always", "IfNotPresent", "Never"), at);
        resources(container.obj("resources"), at.in("resources"));
    }

    private void ports(Json container, Findings at) {
        Set<String> names = new HashSet<>();
        Checks.each(container, "ports", at, (port, place) -> {
            String name = port.text("name");
            List<String> complaints = name.isEmpty() ? List.of() : Formats.portName(name);
            place.in("name").invalid(name, complaints);
            if (!name.isEmpty() && complaints.isEmpty() && !names.add(name)) {
                place.in("name").duplicate(new Str(name));
            }
            if (Read.number(port, "containerPort") == 0) {
                place.in("containerPort").required("");
            } else {
                Checks.port(port.at("containerPort").orElse(Null.NULL), place.in("containerPort"));
            }
            port.at("hostPort").ifPresent(host -> Checks.port(host, place.in("hostPort")));
            Checks.oneOf(port, "protocol", protocols, place);
        });
    }

    private static void variable(Json variable, Findings at) {
        Checks.name(variable, "name", Formats::environmentName, at);
        if (variable.at("valueFrom").isEmpty()) {
            return;
        }
        Obj from = variable.obj("valueFrom");
        Findings here = at.in("valueFrom");
        long sources = SOURCES.stream().filter(from::has).count();
        for (String reference : List.of("configMapKeyRef", "secretKeyRef")) {
            if (from.has(reference)) {
                key(from.obj(reference), here.in(reference));
            }
        }
        if (sources == 0) {
            here.invalid(
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`");
        } else if (!variable.text("value").isEmpty()) {
            here.invalid("", "may not be specified when `value` is not empty");
        } else if (sources > 1) {
            here.invalid("", "may not have more than one field specified at a time");
        }
    }

    private static void key(Obj reference, Findings at) {
        at.in("name").invalid(reference.text("name"), Formats.subdomain(reference.text("name")));
        Checks.name(reference, "key", Formats::configKey, at);
    }

    private static void variables(Json source, Findings list, Findings at) {
        String prefix = source.text("prefix");
        if (!prefix.isEmpty()) {
            at.in("prefix").invalid(prefix, Formats.environmentName(prefix));
        }
        List<String> references = Stream.of("configMapRef", "secretRef")
                .filter(reference -> source.at(reference).isPresent())
                .toList();
        references.forEach(reference -> at.in(reference, "name")
                .invalid(source.text(reference, "name"), Formats.subdomain(source.text(reference, "name"))));
        if (references.isEmpty()) {
            list.invalid("", "must specify one of: `configMapRef` or `secretRef`");
        } else if (references.size() > 1) {
            list.invalid("", "may not have more than one field specified at a time");
        }
    }

    private void mounts(Json container, Findings at) {
        Set<String> paths = new HashSet<>();
        Checks.each(container, "volumeMounts", at, (mount, place) -> {
            Checks.required(mount, "name", place);
            if (!volumes.contains(mount.text("name"))) {
                place.in("name").notFound(new Str(mount.text("name")), "");
            }
            Checks.required(mount, "mountPath", place);
            if (!paths.add(mount.text("mountPath"))) {
                place.in("mountPath").invalid(mount.text("mountPath"), "must be unique");
            }
        });
    }

    private static void resources(Obj resources, Findings at) {
        Map<String, String> limits = resources.texts("limits");
        limits.forEach((name, amount) -> amount(name, amount, at.in("limits").key(name)));
        resources.texts("requests").forEach((name, amount) -> {
            amount(name, amount, at.in("requests").key(name));
            String limit = limits.getOrDefault(name, amount);
            if (Quantity.parse(amount).value().compareTo(Quantity.parse(limit).value()) > 0) {
                at.in("requests").invalid(amount, "must be less than or equal to " + name + " limit of " + limit);
            }
        });
    }

    private static void amount(String name, String amount, Findings at) {
        boolean standard =
                List.of("cpu", "memory", "ephemeral-storage").contains(name) || name.startsWith("hugepages-");
        if (!standard && !name.contains("/")) {
            at.invalid(name, "must be a standard resource for containers");
        }
        if (Quantity.parse(amount).value().signum() < 0) {
            at.invalid(amount, "must be greater than or equal to 0");
        }
    }
}
