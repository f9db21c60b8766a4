package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** What an autoscaler aims at and where it stands, as the column Targets has it. */
final class AutoscalerMetrics {

    private static final int SHOWN = 2;

    private AutoscalerMetrics() {}

    static String text(Obj autoscaler) {
        List<Json> wanted = autoscaler.items("spec", "metrics");
        List<Json> current = autoscaler.items("status", "currentMetrics");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            all.add(metric(wanted.get(i), i < current.size() ? current.get(i) : Null.NULL));
        }
        if (all.isEmpty()) {
            return "<none>";
        }
        String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? shown + " + " + (all.size() - SHOWN) + " more..." : shown;
    }

    private static String metric(Json wanted, Json current) {
        return switch (wanted.text("type")) {
            case "External" -> valueOrAverage(wanted.obj("external", "target"), current.obj("external", "current"));
            case "Object" -> valueOrAverage(wanted.obj("object", "target"), current.obj("object", "current"));
            case "Pods" -> pair(
                    current.text("pods", "current", "averageValue"), wanted.text("pods", "target", "averageValue"));
            case "Resource" -> resource(wanted.obj("resource"), current.obj("resource", "current"));
            case "ContainerResource" -> resource(
                    wanted.obj("containerResource"), current.obj("containerResource", "current"));
            default -> "<unknown type>";
        };
    }

    private static String valueOrAverage(Obj target, Obj current) {
        return target.has("averageValue")
                ? pair(current.text("averageValue"), target.text("averageValue")) + " (avg)"
                : pair(current.text("value"), target.text("value"));
    }

    private static String resource(Obj wanted, Obj current) {
        Obj target = wanted.obj("target");
        String value = target.has("averageValue")
                ? pair(current.text("averageValue"), target.text("averageValue"))
                : pair(percent(current, ""), percent(target, "<auto>"));
        return wanted.text("name") + ": " + value;
    }

    private static String percent(Obj value, String otherwise) {
        return value.has("averageUtilization") ? Read.number(value, "averageUtilization") + "%" : otherwise;
    }

    private static String pair(String current, String target) {
        return Read.orElse(current, "<unknown>") + "/" + target;
    }
}
