package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers who someone is: the caller itself, or the holder of a token. */
final class IdentityReviews {

    private final Tokens tokens;
    private final Decoder decoder;
    private final Cluster cluster;

    IdentityReviews(Tokens tokens, Decoder decoder, Cluster cluster) {
        this.tokens = tokens;
        this.decoder = decoder;
        this.cluster = cluster;
    }

    /** {@code kubectl auth whoami}. */
    void self(Call call) throws IOException {
        Obj review = decoder.read(call, call.write("CreateOptions").options().validation());
        Obj stamped = Meta.with(review, "creationTimestamp", cluster.time());
        Answers.json(call.exchange(), 201, stamped.with("status", Obj.of("userInfo", userInfo(call.caller()))));
    }

    void token(Call call) throws IOException {
        Obj review = decoder.read(call, call.write("CreateOptions").options().validation());
        List<String> audiences = review.items("spec", "audiences").stream()
                .flatMap(item -> item.asText().stream())
                .toList();
        Optional<Caller> holder = tokens.caller(review.text("spec", "token"), audiences);
        Obj status = holder.map(caller -> Obj.builder()
                        .put("authenticated", true)
                        .put("user", userInfo(caller))
                        .put("audiences", Arr.ofTexts(audiences.isEmpty() ? List.of(Tokens.AUDIENCE) : audiences))
                        .build())
                .orElseGet(() -> Obj.of("error", "[invalid bearer token, token lookup failed]"));
        Answers.json(call.exchange(), 201, review.with("status", status));
    }

    static Obj userInfo(Caller caller) {
        Obj.Builder info = Obj.builder().put("username", caller.name());
        if (!caller.uid().isEmpty()) {
            info.put("uid", caller.uid());
        }
        info.put("groups", Arr.ofTexts(caller.groups()));
        if (!caller.extra().isEmpty()) {
            Obj.Builder extra = Obj.builder();
            caller.extra().forEach((key, values) -> extra.put(key, (Json) Arr.ofTexts(values)));
            info.put("extra", extra.build());
        }
        return info.build();
    }
}
