package dev.fluxlab.kube.auth;

/** Whether an access is allowed, and the reason that access reviews show and that a refusal ends with. */
public record Decision(boolean allowed, String reason) {

    static Decision allow(String reason) {
        return new Decision(true, reason);
    }

    static Decision refuse(String reason) {
        return new Decision(false, reason);
    }
}
