package dev.fluxlab.forge.git;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out who is asking: by name and password, by a password alone as a token, or by the token of a running job. */
public final class Accounts {

    private final List<ForgeUser> users;
    private final Function<String, Optional<Caller>> jobs;

    /** The users, and who holds the token of a job. */
    public Accounts(List<ForgeUser> users, Function<String, Optional<Caller>> jobs) {
        this.users = List.copyOf(users);
        this.jobs = jobs;
    }

    /**
     * Who is asking.
     *
     * @throws RequestRefused (401) for credentials that are wrong
     */
    public Caller caller(Exchange exchange) {
        Optional<String> header = exchange.header("Authorization").filter(value -> !value.isBlank());
        if (header.isEmpty()) {
            return Caller.anonymous();
        }
        String[] parts = header.get().strip().split("\\s+", 2);
        Optional<Caller> found = parts.length < 2 ? Optional.empty() : find(parts[0], parts[1]);
        return found.orElseThrow(() -> new RequestRefused(401, "incorrect user name, password or token"));
    }

    private Optional<Caller> find(String scheme, String value) {
        if (!scheme.equalsIgnoreCase("Basic")) {
            return byToken(value);
        }
        String pair = decode(value);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = pair.substring(0, colon);
        String password = pair.substring(colon + 1);
        return users.stream()
                .filter(user -> user.name().equals(name) && same(user.password(), password))
                .findFirst()
                .map(Accounts::callerOf)
                .or(() -> jobs.apply(password));
    }

    private Optional<Caller> byToken(String token) {
        return users.stream()
                .filter(user -> same(user.password(), token))
                .findFirst()
                .map(Accounts::callerOf)
                .or(() -> jobs.apply(token));
    }

    private static Caller callerOf(ForgeUser user) {
        return new Caller(user.name(), true, false, user::isFor, name -> user.mayPush() && user.isFor(name));
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(401, "the Authorization header does not decode");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
