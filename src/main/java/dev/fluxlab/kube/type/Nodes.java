package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** v1 Node. */
final class Nodes {

    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
    private static final Doc ADDRESSES = Doc.of("status.addresses");

    private static final Table TABLE = new Table()
            .name()
            .text("Status", Doc.says("The status of the node"), Nodes::status)
            .text("Roles", Doc.says("The roles of the node"), Nodes::roles)
            .age()
            .text(
                    "Version",
                    Doc.of("status.nodeInfo.kubeletVersion"),
                    node -> node.text("status", "nodeInfo", "kubeletVersion"))
            .wide("Internal-IP", ADDRESSES, node -> address(node, "InternalIP"))
            .wide("External-IP", ADDRESSES, node -> address(node, "ExternalIP"))
            .wide("OS-Image", Doc.of("status.nodeInfo.osImage"), node -> info(node, "osImage"))
            .wide("Kernel-Version", Doc.of("status.nodeInfo.kernelVersion"), Nodes::kernel)
            .wide(
                    "Container-Runtime",
                    Doc.of("status.nodeInfo.containerRuntimeVersion"),
                    node -> info(node, "containerRuntimeVersion"));

    private Nodes() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "Node")
                .shortNames("no")
                .clusterScoped()
                .status()
                .unserved("proxy", "NodeProxyOptions", "create", "delete", "get", "patch", "update")
                .rules(Rules.builder()
                        .defaults(Fill.in("status", Nodes::allocatable))
                        .status(Status.settableOnCreate())
                        .selectable(
                                "spec.unschedulable",
                                node -> Boolean.toString(Read.flag(node, "spec", "unschedulable")))
                        .table(TABLE));
    }

    private static Obj allocatable(Obj status) {
        return status.has("capacity") && !status.has("allocatable")
                ? status.with("allocatable", status.obj("capacity"))
                : status;
    }

    private static String status(Obj node) {
        Optional<Json> ready = node.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals("Ready"))
                .findFirst();
        String word = ready.map(condition -> condition.text("status").equals("True") ? "Ready" : "NotReady")
                .orElse("Unknown");
        return Read.flag(node, "spec", "unschedulable") ? word + ",SchedulingDisabled" : word;
    }

    private static String roles(Obj node) {
        TreeSet<String> roles = new TreeSet<>();
        for (Map.Entry<String, String> label : node.texts("metadata", "labels").entrySet()) {
            if (label.getKey().startsWith(ROLE_PREFIX)) {
                roles.add(label.getKey().substring(ROLE_PREFIX.length()));
            } else if (label.getKey().equals("kubernetes.io/role")) {
                roles.add(label.getValue());
            }
        }
        roles.remove("");
        return roles.isEmpty() ? "<none>" : String.join(",", roles);
    }

    private static String address(Obj node, String type) {
        List<Json> addresses = node.items("status", "addresses");
        return addresses.stream()
                .filter(address -> address.text("type").equals(type))
                .findFirst()
                .map(address -> address.text("address"))
                .orElse("<none>");
    }

    private static String info(Obj node, String field) {
        return Read.orElse(node.text("status", "nodeInfo", field), "<unknown>");
    }

    private static String kernel(Obj node) {
        String architecture = node.text("status", "nodeInfo", "architecture");
        return info(node, "kernelVersion") + (architecture.isEmpty() ? "" : " (" + architecture + ")");
    }
}
