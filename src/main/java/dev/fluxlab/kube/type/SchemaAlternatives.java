package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.Optional;

/** allOf, anyOf, oneOf and not. */
final class SchemaAlternatives {

    private final Findings found;

    SchemaAlternatives(Findings found) {
        this.found = found;
    }

    void check(Node node, Json value, String path) {
        checkAny(node.alternatives("anyOf"), value, path);
        checkOne(node.alternatives("oneOf"), value, path);
        checkAll(node.alternatives("allOf"), value, path);
        if (node.not().filter(not -> failures(not, value, path).isEmpty()).isPresent()) {
            complain(path, "must not validate the schema (not)");
        }
    }

    private void checkAny(List<Node> any, Json value, String path) {
        if (!any.isEmpty() && passing(any, value, path) == 0) {
            complain(path, "must validate at least one schema (anyOf)");
            failures(any.get(0), value, path).forEach(found::add);
        }
    }

    private void checkOne(List<Node> one, Json value, String path) {
        if (one.isEmpty()) {
            return;
        }
        long passing = passing(one, value, path);
        if (passing == 0) {
            complain(path, "must validate one and only one schema (oneOf). Found none valid");
            failures(one.get(0), value, path).forEach(found::add);
        } else if (passing > 1) {
            complain(path, "must validate one and only one schema (oneOf). Found " + passing + " valid alternatives");
        }
    }

    private void checkAll(List<Node> all, Json value, String path) {
        all.forEach(node -> failures(node, value, path).forEach(found::add));
        long passing = passing(all, value, path);
        if (passing < all.size()) {
            complain(path, "must validate all the schemas (allOf)" + (passing == 0 ? ". None validated" : ""));
        }
    }

    private static long passing(List<Node> nodes, Json value, String path) {
        return nodes.stream()
                .filter(node -> failures(node, value, path).isEmpty())
                .count();
    }

    private static List<Violation> failures(Node node, Json value, String path) {
        Findings tried = Findings.none();
        new SchemaCheck(tried).check(node, value, Optional.empty(), path);
        return tried.all();
    }

    /** The real server puts these at no place and shows an empty value. */
    private void complain(String path, String words) {
        found.nowhere().invalid("", GoText.quote(path) + " " + words);
    }
}
