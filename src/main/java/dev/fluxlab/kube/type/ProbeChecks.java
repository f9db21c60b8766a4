package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** What is checked of a probe. */
final class ProbeChecks {

    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");

    private ProbeChecks() {}

    static void check(Obj probe, String name, Findings at) {
        List<String> handlers = HANDLERS.stream().filter(probe::has).toList();
        if (handlers.isEmpty()) {
            at.required("must specify a handler type");
        }
        for (int i = 0; i < handlers.size(); i++) {
            if (i > 0) {
                at.in(handlers.get(i)).forbidden("may not specify more than 1 handler type");
            } else {
                handler(handlers.get(i), probe.obj(handlers.get(i)), at.in(handlers.get(i)));
            }
        }
        Checks.nonNegative(
                probe,
                at,
                "initialDelaySeconds",
                "timeoutSeconds",
                "periodSeconds",
                "successThreshold",
                "failureThreshold");
        if (!name.equals("readinessProbe") && Read.number(probe, "successThreshold") != 1) {
            at.in("successThreshold").invalid(probe.get("successThreshold").orElse(Json.number(0)), "must be 1");
        }
    }

    private static void handler(String kind, Obj handler, Findings at) {
        switch (kind) {
            case "exec" -> {
                if (handler.items("command").isEmpty()) {
                    at.in("command").required("");
                }
            }
            case "httpGet" -> {
                Checks.portOrName(handler.get("port").orElse(Null.NULL), at.in("port"));
                String scheme = handler.text("scheme");
                if (!List.of("HTTP", "HTTPS").contains(scheme)) {
                    at.in("scheme").notSupported(new Str(scheme), List.of("HTTP", "HTTPS"));
                }
            }
            default -> Checks.portOrName(handler.get("port").orElse(Null.NULL), at.in("port"));
        }
    }
}
