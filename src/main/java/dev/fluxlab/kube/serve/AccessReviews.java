package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.auth.Access;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.Decision;
import dev.fluxlab.kube.auth.PolicyRule;
import dev.fluxlab.kube.auth.Rbac;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers whether someone may do something; nothing of it is kept. */
final class AccessReviews {

    private final Rbac rbac;
    private final Decoder decoder;
    private final Cluster cluster;

    AccessReviews(Rbac rbac, Decoder decoder, Cluster cluster) {
        this.rbac = rbac;
        this.decoder = decoder;
        this.cluster = cluster;
    }

    /** {@code kubectl auth can-i}. */
    void self(Call call) throws IOException {
        decide(call, read(call), call.caller());
    }

    /** The same of another user, who is named in the review. */
    void subject(Call call) throws IOException {
        Obj review = read(call);
        Obj spec = review.obj("spec");
        Map<String, List<String>> extra = new LinkedHashMap<>();
        spec.obj("extra").members().forEach((key, values) -> extra.put(key, texts(List.of(values))));
        Caller named = new Caller(spec.text("user"), spec.text("uid"), texts(spec.items("groups")), extra);
        decide(call, review, named);
    }

    /** {@code kubectl auth can-i --list}. */
    void rules(Call call) throws IOException {
        Obj review = read(call);
        List<PolicyRule> rules = rbac.rules(call.caller(), review.text("spec", "namespace"));
        Obj status = Obj.builder()
                .put("resourceRules", listed(rules, true))
                .put("nonResourceRules", listed(rules, false))
                .put("incomplete", false)
                .build();
        Answers.json(call.exchange(), 201, review.with("status", status));
    }

    private static Arr listed(List<PolicyRule> rules, boolean resources) {
        return new Arr(rules.stream()
                .filter(rule -> rule.paths().isEmpty() == resources)
                .<Json>map(PolicyRule::toJson)
                .toList());
    }

    private static List<String> texts(List<Json> values) {
        return values.stream().flatMap(value -> value.asText().stream()).toList();
    }

    private Obj read(Call call) throws IOException {
        Write write = call.write("CreateOptions");
        Obj decoded = decoder.read(call, write.options().validation());
        Obj bare = decoded.without("status");
        return write.ownership()
                .update(
                        Obj.EMPTY,
                        bare,
                        new Writer(write.options().manager(), cluster.clock().instant()));
    }

    private void decide(Call call, Obj review, Caller caller) {
        Obj spec = review.obj("spec");
        Access access = spec.has("nonResourceAttributes")
                ? Access.toPath(spec.text("nonResourceAttributes", "verb"), spec.text("nonResourceAttributes", "path"))
                : resource(spec.obj("resourceAttributes"));
        Decision decision = rbac.decide(caller, access);
        Obj.Builder status = Obj.builder().put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
        Answers.json(call.exchange(), 201, review.with("status", status.build()));
    }

    private static Access resource(Obj attributes) {
        String sub = attributes.text("subresource");
        String resource = attributes.text("resource") + (sub.isEmpty() ? "" : "/" + sub);
        return Access.toResource(
                attributes.text("verb"),
                attributes.text("group"),
                resource,
                attributes.text("namespace"),
                attributes.text("name"));
    }
}
