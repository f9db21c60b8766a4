package dev.fluxlab.flux.git;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How a client proves who it is. */
public record GitCredentials(String username, String password, String bearerToken) {

    public static final GitCredentials NONE = new GitCredentials("", "", "");

    /**
     * The credentials of a secret's data.
     *
     * @throws IllegalArgumentException with Flux's words when they do not fit together
     */
    public static GitCredentials of(Map<String, String> data) {
        String username = data.getOrDefault("username", "");
        String password = data.getOrDefault("password", "");
        String token = data.getOrDefault("bearerToken", "");
        if (!password.isEmpty() && username.isEmpty()) {
            throw new IllegalArgumentException("'password' requires 'username' to be set");
        }
        if (!username.isEmpty() && !token.isEmpty()) {
            throw new IllegalArgumentException("basic auth and bearer token cannot be set at the same time");
        }
        return new GitCredentials(username, password, token);
    }

    /** The value of the Authorization header, when there is one. */
    public Optional<String> authorization() {
        if (!bearerToken.isEmpty()) {
            return Optional.of("Bearer " + bearerToken);
        }
        if (username.isEmpty()) {
            return Optional.empty();
        }
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
        return "credentials of '" + username + "'";
    }
}
