package dev.fluxlab.flux.oci;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who asks. */
public record OciLogin(String username, String password) {

    String basic() {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "login of '" + username + "'";
    }
}
