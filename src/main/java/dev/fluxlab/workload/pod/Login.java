package dev.fluxlab.workload.pod;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user of a registry. */
record Login(String user, String password) {

    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
