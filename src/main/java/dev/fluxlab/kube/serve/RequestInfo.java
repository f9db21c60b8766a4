package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.kube.auth.Access;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a request's method and path say, before anything is known of the kinds that are served.
 *
 * @param verb the verb of RBAC: get, list, watch, create, update, patch, delete, deletecollection, or the method in lower
 *     case for a path that is no resource
 * @param resource empty when the path names none
 */
record RequestInfo(
        String verb,
        String group,
        String version,
        String namespace,
        String resource,
        String name,
        String subresource,
        String path) {

    private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");

    static RequestInfo of(Exchange exchange) {
        String path = exchange.path();
        List<String> parts = Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        int prefix = parts.isEmpty() ? 0 : prefixLength(parts.get(0));
        if (prefix == 0 || parts.size() <= prefix) {
            return notAResource(exchange, path);
        }
        String group = prefix == 3 ? parts.get(1) : "";
        String version = parts.get(prefix - 1);
        return resource(exchange, group, version, parts.subList(prefix, parts.size()));
    }

    private static int prefixLength(String root) {
        return switch (root) {
            case "api" -> 2;
            case "apis" -> 3;
            default -> 0;
        };
    }

    private static RequestInfo notAResource(Exchange exchange, String path) {
        String verb = exchange.method().toLowerCase(java.util.Locale.ROOT);
        return new RequestInfo(verb, "", "", "", "", "", "", path);
    }

    private static RequestInfo resource(Exchange exchange, String group, String version, List<String> parts) {
        boolean oldWatch = parts.get(0).equals("watch") && parts.size() > 1;
        List<String> rest = oldWatch ? parts.subList(1, parts.size()) : parts;
        String namespace = "";
        if (rest.get(0).equals("namespaces") && rest.size() > 1) {
            namespace = rest.get(1);
            if (rest.size() > 2 && !NAMESPACE_SUBRESOURCES.contains(rest.get(2))) {
                rest = rest.subList(2, rest.size());
            }
        }
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 ? String.join("/", rest.subList(2, rest.size())) : "";
        String verb = verb(exchange, !name.isEmpty(), oldWatch);
        return new RequestInfo(verb, group, version, namespace, rest.get(0), name, subresource, exchange.path());
    }

    private static String verb(Exchange exchange, boolean named, boolean oldWatch) {
        return switch (exchange.method()) {
            case "POST" -> "create";
            case "GET", "HEAD" -> readVerb(exchange, named, oldWatch);
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            default -> "";
        };
    }

    private static String readVerb(Exchange exchange, boolean named, boolean oldWatch) {
        if (oldWatch || !named && watches(exchange)) {
            return "watch";
        }
        return named ? "get" : "list";
    }

    private static boolean watches(Exchange exchange) {
        return exchange.query()
                .get("watch")
                .filter(value -> !value.equals("false") && !value.equals("0"))
                .isPresent();
    }

    boolean isResource() {
        return !resource.isEmpty();
    }

    /** The namespace that the objects are in: a Namespace itself is in none. */
    String objectNamespace() {
        return resource.equals("namespaces") && group.isEmpty() ? "" : namespace;
    }

    Access access() {
        if (!isResource()) {
            return Access.toPath(verb, path);
        }
        String full =
                subresource.isEmpty() ? resource : resource + "/" + subresource.split("/", 2)[0];
        return Access.toResource(verb, group, full, namespace, name);
    }
}
