package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.auth.Tokens;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.type.GroupResource;
import dev.fluxlab.kube.type.Schema;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** POST serviceaccounts/x/token: a token that proves the account for a while. */
final class TokenEndpoint implements Verb {

    private static final long SHORTEST = 600;
    private static final long USUAL = 3_600;

    private final BodyReader bodies;
    private final Tokens tokens;
    private final Cluster cluster;

    TokenEndpoint(BodyReader bodies, Tokens tokens, Cluster cluster) {
        this.bodies = bodies;
        this.tokens = tokens;
        this.cluster = cluster;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj account = GetVerb.find(call, cluster.store().now());
        Obj request = bodies.read(call.exchange(), "TokenRequest").object();
        long seconds =
                request.at("spec", "expirationSeconds").flatMap(Json::asLong).orElse(USUAL);
        checkLife(call, seconds);
        List<String> audiences = request.items("spec", "audiences").stream()
                .flatMap(item -> item.asText().stream())
                .toList();
        List<String> meant = audiences.isEmpty() ? List.of(Tokens.AUDIENCE) : audiences;
        Key key = Write.keyOf(
                call.type(), call.info().objectNamespace(), call.info().name());
        Duration life = Duration.ofSeconds(seconds);
        String token =
                tokens.issue(new Tokens.Request(key, Meta.text(account, "uid"), meant, life, boundTo(call, request)));
        Obj spec = Obj.builder()
                .put("audiences", Arr.ofTexts(meant))
                .put("expirationSeconds", seconds)
                .put("boundObjectRef", request.at("spec", "boundObjectRef").orElse(Null.NULL))
                .build();
        Obj status = Obj.builder()
                .put("token", token)
                .put("expirationTimestamp", Meta.time(cluster.clock().instant().plus(life)))
                .build();
        Answers.json(
                call.exchange(),
                201,
                answer(call, account, request).with("spec", spec).with("status", status));
    }

    private Obj answer(Call call, Obj account, Obj request) {
        Obj owned = TokenFields.managed(call, request, schema(), cluster.clock().instant());
        Obj.Builder metadata = Obj.builder()
                .put("name", Meta.name(account))
                .put("namespace", Meta.text(account, "namespace"))
                .put("uid", Meta.text(account, "uid"))
                .put("creationTimestamp", cluster.time());
        owned.at("metadata", "managedFields").ifPresent(fields -> metadata.put("managedFields", fields));
        return Obj.builder()
                .put("kind", "TokenRequest")
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("metadata", metadata.build())
                .build();
    }

    private Schema schema() {
        return cluster.types()
                .catalog()
                .schemas()
                .find("authentication.k8s.io", "v1", "TokenRequest")
                .orElse(Schema.ANY);
    }

    private static void checkLife(Call call, long seconds) {
        if (seconds < SHORTEST) {
            throw Refusals.invalid(
                    "authentication.k8s.io",
                    "TokenRequest",
                    "",
                    List.of(new Violation(
                            Reason.INVALID,
                            "spec.expirationSeconds",
                            "Invalid value: " + seconds + ": may not specify a duration less than 10 minutes")));
        }
    }

    /** The pod or secret whose end ends the token. */
    private Obj boundTo(Call call, Obj request) {
        Obj reference = request.obj("spec", "boundObjectRef");
        if (reference.isEmpty()) {
            return Obj.EMPTY;
        }
        String kind = reference.text("kind").toLowerCase(java.util.Locale.ROOT);
        Key key = new Key(kind + "s", call.info().objectNamespace(), reference.text("name"));
        String uid = cluster.store()
                .now()
                .get(key)
                .map(bound -> Meta.text(bound.object(), "uid"))
                .orElseThrow(() -> Refusals.notFound(new GroupResource("", kind + "s"), reference.text("name")));
        return Obj.of(
                kind,
                Obj.builder()
                        .put("name", reference.text("name"))
                        .put("uid", uid)
                        .build());
    }
}
