package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The paths that are no resource: discovery, OpenAPI, version and health. */
final class PlainPaths implements Handler {

    private static final List<String> CHECKS = List.of("ping", "log", "etcd");

    /** What this server says it is; what it does differently is in docs/. */
    private static final Obj VERSION = Obj.builder()
            .put("major", "1")
            .put("minor", "36")
            .put("emulationMajor", "1")
            .put("emulationMinor", "36")
            .put("minCompatibilityMajor", "1")
            .put("minCompatibilityMinor", "35")
            .put("gitVersion", "v1.36.2")
            .put("gitCommit", "")
            .put("gitTreeState", "")
            .put("buildDate", "1970-01-01T00:00:00Z")
            .put("goVersion", "")
            .put("compiler", "")
            .put("platform", "linux/amd64")
            .build();

    private final Handler discovery;
    private final Handler openApi;

    PlainPaths(Handler discovery, Handler openApi) {
        this.discovery = discovery;
        this.openApi = openApi;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        String[] parts = exchange.path().split("/", -1);
        String root = parts.length > 1 ? parts[1] : "";
        switch (root) {
            case "" -> Answers.json(exchange, 200, roots());
            case "api", "apis" -> discovery.handle(exchange);
            case "openapi" -> openApi.handle(exchange);
            case "version" -> exchange.respond(200, "application/json", indented(VERSION));
            case "healthz", "livez", "readyz" -> health(exchange, root);
            case "metrics" -> exchange.respond(200, "text/plain; version=0.0.4; charset=utf-8", new byte[0]);
            default -> exchange.respond(404, "404 page not found\n");
        }
    }

    private static Obj roots() {
        return Obj.of(
                "paths",
                Arr.ofTexts(List.of(
                        "/api",
                        "/api/v1",
                        "/apis",
                        "/apis/",
                        "/healthz",
                        "/livez",
                        "/metrics",
                        "/openapi/v2",
                        "/openapi/v3",
                        "/openapi/v3/",
                        "/readyz",
                        "/version")));
    }

    /** The real server indents this one answer, by two. */
    private static byte[] indented(Obj value) {
        return JsonText.pretty(value).replace("    ", "  ").getBytes(StandardCharsets.UTF_8);
    }

    private static void health(Exchange exchange, String root) {
        boolean verbose = exchange.query().has("verbose");
        if (!verbose) {
            exchange.respond(200, "ok");
            return;
        }
        StringBuilder text = new StringBuilder();
        CHECKS.forEach(check -> text.append("[+]").append(check).append(" ok\n"));
        exchange.respond(200, text + root + " check passed\n");
    }
}
