package dev.fluxlab.registry;

import dev.fluxlab.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may do what. A registry without users is open to everybody, as a plain one is. */
final class Accounts {

    /** Who is asking, and what they may push to. */
    record Caller(String name, boolean known, boolean mayPull, Predicate<RepositoryName> mayPush) {}

    private static final Predicate<RepositoryName> NOTHING = name -> false;

    private final List<RegistryUser> users;
    private final Optional<AccessTokens> tokens;
    private final boolean anonymousPull;

    Accounts(List<RegistryUser> users, Optional<AccessTokens> tokens, boolean anonymousPull) {
        this.users = List.copyOf(users);
        this.tokens = tokens;
        this.anonymousPull = anonymousPull;
    }

    /**
     * Who is asking.
     *
     * @throws OciException (UNAUTHORIZED) for credentials that are wrong
     */
    Caller caller(Exchange exchange) {
        Optional<Credentials> given = exchange.header("Authorization").flatMap(Credentials::parse);
        if (users.isEmpty()) {
            return new Caller(given.map(Credentials::user).orElse("anonymous"), true, true, name -> true);
        }
        return given.map(this::known).orElseGet(() -> new Caller("anonymous", false, anonymousPull, NOTHING));
    }

    private Caller known(Credentials given) {
        Optional<Caller> user = users.stream()
                .filter(each -> each.name().equals(given.user()) && same(each.password(), given.password()))
                .map(each -> new Caller(each.name(), true, true, name -> each.mayPush()))
                .findFirst();
        return user.or(() -> holder(given))
                .orElseThrow(() -> new OciException(OciError.UNAUTHORIZED, "incorrect username or password"));
    }

    private Optional<Caller> holder(Credentials given) {
        return tokens.flatMap(known -> known.check(given.password()))
                .map(grant -> new Caller(grant.holder(), true, true, name -> grant.mayPush(name.value())));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
