package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** A request that is answered with a failed Status. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Obj status;

    ApiException(Obj status) {
        super(status.text("message"));
        this.status = status;
    }

    Obj status() {
        return status;
    }

    int code() {
        return status.at("code").flatMap(Json::asLong).orElse(500L).intValue();
    }

    String reason() {
        return status.text("reason");
    }
}
