package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Writer;
import java.io.IOException;
import java.util.Optional;

/** PUT of an object or of its status. */
final class UpdateVerb implements Verb {

    private final Cluster cluster;
    private final Decoder decoder;
    private final Mutations mutations;
    private final Answers answers;

    UpdateVerb(Cluster cluster, Decoder decoder, Mutations mutations, Answers answers) {
        this.cluster = cluster;
        this.decoder = decoder;
        this.mutations = mutations;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) throws IOException {
        Write write = call.write("UpdateOptions");
        Obj decoded = decoder.read(call, write.options().validation());
        checkPlace(write, decoded);
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        Optional<Obj> kept = mutations.updating().update(write, live -> write.ownership()
                .update(live, located(write, decoded), writer));
        if (kept.isEmpty()
                && write.type().rules().createsOnUpdate()
                && write.subresource().isEmpty()) {
            answers.object(call, 201, mutations.creation().create(write, decoded));
            return;
        }
        Obj updated = kept.orElseThrow(write::notFound);
        call.type().rules().warnings(updated).forEach(call::warn);
        answers.object(call, 200, updated);
    }

    private static Obj located(Write write, Obj decoded) {
        return write.type().namespaced() ? Meta.with(decoded, "namespace", write.namespace()) : decoded;
    }

    static void checkPlace(Write write, Obj object) {
        String name = Meta.name(object);
        String namespace = Meta.text(object, "namespace");
        if (name.isEmpty()) {
            throw Refusals.badRequest("the name of the object (" + write.name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!name.equals(write.name())) {
            throw Refusals.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + write.name() + ")");
        }
        if (write.type().namespaced() && !namespace.isEmpty() && !namespace.equals(write.namespace())) {
            throw Refusals.badRequest("the namespace of the object (" + namespace
                    + ") does not match the namespace on the request (" + write.namespace() + ")");
        }
    }
}
