package dev.fluxlab.flux.notification;

import dev.fluxlab.flux.artifact.Sha256;

/** The path under which a receiver is called: whoever knows it knows the token. */
final class WebhookPath {

    private WebhookPath() {}

    static String of(String token, String name, String namespace) {
        return "/hook/" + Sha256.of(token + name + namespace).substring("sha256:".length());
    }
}
