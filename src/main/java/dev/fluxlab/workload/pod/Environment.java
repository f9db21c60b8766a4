package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables of a container, and what of them cannot be had. */
record Environment(Map<String, String> variables, String error) {

    /** The first variable of a comma-separated list that is missing or empty; empty when all are there. */
    String missing(String required) {
        for (String name : required.split(",", -1)) {
            if (!name.isBlank() && variables.getOrDefault(name.trim(), "").isEmpty()) {
                return name.trim();
            }
        }
        return "";
    }

    static Environment of(Json container, String namespace, Cluster cluster) {
        Reader reader = new Reader(namespace, cluster);
        container.items("envFrom").forEach(reader::addAll);
        container.items("env").forEach(reader::add);
        return new Environment(reader.variables, reader.error);
    }

    private static final class Reader {

        private final String namespace;
        private final Cluster cluster;
        private final Map<String, String> variables = new LinkedHashMap<>();
        private String error = "";

        Reader(String namespace, Cluster cluster) {
            this.namespace = namespace;
            this.cluster = cluster;
        }

        void addAll(Json from) {
            for (String kind : new String[] {"configMap", "secret"}) {
                Json reference = from.obj(kind + "Ref");
                object(kind, reference).ifPresent(object -> object.texts("data")
                        .forEach((key, value) -> variables.put(from.text("prefix") + key, value)));
            }
        }

        void add(Json variable) {
            String name = variable.text("name");
            variables.put(name, variable.text("value"));
            for (String kind : new String[] {"configMap", "secret"}) {
                Json reference = variable.obj("valueFrom", kind + "KeyRef");
                object(kind, reference).ifPresent(object -> put(name, kind, reference, object));
            }
        }

        private void put(String name, String kind, Json reference, Obj object) {
            String key = reference.text("key");
            Optional<Json> value = object.at("data", key);
            if (value.isPresent()) {
                variables.put(name, value.get().asText().orElse(""));
            } else {
                refuse(
                        reference,
                        "couldn't find key " + key + " in " + title(kind) + " " + namespace + "/"
                                + reference.text("name"));
            }
        }

        private static String title(String kind) {
            return kind.equals("secret") ? "Secret" : "ConfigMap";
        }

        private Optional<Obj> object(String kind, Json reference) {
            String name = reference.text("name");
            if (name.isEmpty()) {
                return Optional.empty();
            }
            String plural = kind.equals("secret") ? "secrets" : "configmaps";
            Optional<Obj> object = cluster.get(new Address("v1", plural, namespace, name));
            if (object.isEmpty()) {
                refuse(reference, (kind.equals("secret") ? "secret" : "configmap") + " \"" + name + "\" not found");
            }
            return object;
        }

        private void refuse(Json reference, String why) {
            boolean optional = reference.at("optional").flatMap(Json::asBoolean).orElse(false);
            if (!optional && error.isEmpty()) {
                error = why;
            }
        }
    }
}
