package dev.fluxlab.kube.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokensTest {

    private static final Key BOT = new Key("serviceaccounts", "lab", "bot");

    private final Store store = Store.inMemory();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Tokens tokens;

    TokensTest(@TempDir Path folder) {
        Pki pki = Pki.open(folder, InstantSource.system(), new SecureRandom());
        tokens = Tokens.of(pki, Map.of("secret", Caller.of("ci", List.of())), store, () -> now);
        Obj account = Obj.of("metadata", Obj.of("uid", "u1"));
        assertThat(store.create(BOT, account)).isPresent();
    }

    @Test
    void a_token_proves_its_account_until_it_expires() {
        String token = issue(List.of(Tokens.AUDIENCE));
        assertThat(tokens.caller(token, List.of()))
                .hasValueSatisfying(caller -> assertThat(caller.name()).isEqualTo("system:serviceaccount:lab:bot"));
        now = now.plusSeconds(601);
        assertThat(tokens.caller(token, List.of())).isEmpty();
    }

    @Test
    void a_token_for_others_is_none_for_the_api_server() {
        String token = issue(List.of("registry"));
        assertThat(tokens.caller(token, List.of())).isEmpty();
        assertThat(tokens.caller(token, List.of("registry"))).isPresent();
    }

    @Test
    void a_token_that_was_changed_proves_nothing() {
        String[] parts = issue(List.of(Tokens.AUDIENCE)).split("\\.", -1);
        String forged = parts[0] + "." + parts[1].substring(2) + "." + parts[2];
        assertThat(tokens.caller(forged, List.of())).isEmpty();
        assertThat(tokens.caller(parts[0] + "." + parts[1] + ".", List.of())).isEmpty();
    }

    @Test
    void a_token_ends_with_its_account() {
        String token = issue(List.of(Tokens.AUDIENCE));
        assertThat(store.delete(store.now().get(BOT).orElseThrow())).isPresent();
        assertThat(tokens.caller(token, List.of())).isEmpty();
    }

    @Test
    void a_fixed_token_stands_for_its_user() {
        assertThat(tokens.caller("secret", List.of()))
                .hasValueSatisfying(caller -> assertThat(caller.groups()).contains(Caller.AUTHENTICATED));
        assertThat(tokens.caller("another", List.of())).isEmpty();
    }

    private String issue(List<String> audiences) {
        return tokens.issue(new Tokens.Request(BOT, "u1", audiences, Duration.ofSeconds(600), Obj.EMPTY));
    }
}
