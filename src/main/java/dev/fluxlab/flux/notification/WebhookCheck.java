package dev.fluxlab.flux.notification;

import dev.fluxlab.flux.api.ReceiverSpec;
import dev.fluxlab.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Whether a call is from whom the receiver expects it. */
final class WebhookCheck {

    private final ReceiverSpec spec;
    private final String token;

    WebhookCheck(ReceiverSpec spec, String token) {
        this.spec = spec;
        this.token = token;
    }

    /** What the receiver asks for that is not done here. */
    static Optional<String> unsupported(ReceiverSpec spec) {
        boolean filters = !spec.resourceFilter().isEmpty()
                || spec.resources().stream()
                        .anyMatch(resource -> !resource.filter().isEmpty());
        if (filters) {
            return Optional.of("fluxlab's notification-controller does not do filters of receivers; remove them");
        }
        return switch (spec.type()) {
            case GENERIC, GENERIC_HMAC, GITHUB, GITLAB, HARBOR -> Optional.empty();
            default -> Optional.of("fluxlab's notification-controller does not know receivers of type " + spec.type()
                    + "; use generic, generic-hmac, github, gitlab or harbor");
        };
    }

    boolean accepts(Exchange call, byte[] body) {
        return switch (spec.type()) {
            case GENERIC -> true;
            case GENERIC_HMAC -> Hmac.verifies(header(call, "X-Signature"), token, body);
            case GITHUB -> signedByGitHub(call, body) && isWanted(header(call, "X-GitHub-Event"));
            case GITLAB -> isToken(header(call, "X-Gitlab-Token")) && isWanted(header(call, "X-Gitlab-Event"));
            case HARBOR -> isToken(header(call, "Authorization"));
            default -> false;
        };
    }

    private static String header(Exchange call, String name) {
        return call.header(name).orElse("");
    }

    private boolean signedByGitHub(Exchange call, byte[] body) {
        String signature = header(call, "X-Hub-Signature-256");
        return Hmac.verifies(signature.isEmpty() ? header(call, "X-Hub-Signature") : signature, token, body);
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isWanted(String event) {
        return spec.events().isEmpty() || spec.events().stream().anyMatch(event::equalsIgnoreCase);
    }
}
