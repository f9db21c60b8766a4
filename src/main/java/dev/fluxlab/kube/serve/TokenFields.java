package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Ownership;
import dev.fluxlab.kube.apply.Target;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.type.Schema;
import java.time.Instant;
import java.util.List;

/** The managed fields that the answer to a TokenRequest shows of its request, as the real server's does. */
final class TokenFields {

    private TokenFields() {}

    static Obj managed(Call call, Obj request, Schema schema, Instant now) {
        Target target = new Target(
                "authentication.k8s.io/v1", "TokenRequest", schema, call.info().subresource(), List.of());
        Obj asked = Obj.builder()
                .put("kind", "TokenRequest")
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("metadata", Obj.EMPTY)
                .put("spec", request.obj("spec"))
                .build();
        return new Ownership(target)
                .update(
                        Obj.EMPTY,
                        asked,
                        new Writer(call.write("CreateOptions").options().manager(), now));
    }
}
