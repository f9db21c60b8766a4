package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Violation;
import java.util.ArrayList;
import java.util.List;

/** Puts together a Status object in the member order of the real server. */
final class StatusBuilder {

    private final int code;
    private final String reason;
    private final String message;
    private final Obj.Builder details = Obj.builder();
    private final List<Json> causes = new ArrayList<>();
    private boolean detailed;
    private int retryAfter;

    private StatusBuilder(int code, String reason, String message) {
        this.code = code;
        this.reason = reason;
        this.message = message;
    }

    static StatusBuilder failure(int code, String reason, String message) {
        return new StatusBuilder(code, reason, message);
    }

    /** What the failure is about; empty texts are left out. */
    StatusBuilder about(String name, String group, String kind) {
        detailed = true;
        put("name", name);
        put("group", group);
        put("kind", kind);
        return this;
    }

    /** Details that say nothing, as errors have that go-restful answers. */
    StatusBuilder bare() {
        detailed = true;
        return this;
    }

    StatusBuilder cause(String causeReason, String causeMessage, String field) {
        detailed = true;
        Obj.Builder cause = Obj.builder().put("reason", causeReason).put("message", causeMessage);
        if (!field.isEmpty()) {
            cause.put("field", field);
        }
        causes.add(cause.build());
        return this;
    }

    StatusBuilder causes(List<Violation> violations) {
        violations.forEach(each -> cause(each.reason().toString(), each.body(), each.field()));
        return this;
    }

    StatusBuilder retryAfter(int seconds) {
        detailed = true;
        retryAfter = seconds;
        return this;
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            details.put(key, value);
        }
    }

    ApiException exception() {
        return new ApiException(build(Obj.EMPTY));
    }

    ApiException exception(Obj metadata) {
        return new ApiException(build(metadata));
    }

    private Obj build(Obj metadata) {
        if (!causes.isEmpty()) {
            details.put("causes", new Arr(causes));
        }
        if (retryAfter > 0) {
            details.put("retryAfterSeconds", retryAfter);
        }
        Obj.Builder status = Obj.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", metadata)
                .put("status", "Failure")
                .put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (detailed) {
            status.put("details", details.build());
        }
        return status.put("code", code).build();
    }
}
