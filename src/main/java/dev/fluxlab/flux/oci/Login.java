package dev.fluxlab.flux.oci;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and password for a registry. */
public record Login(String user, String password) {

    String header() {
        byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
