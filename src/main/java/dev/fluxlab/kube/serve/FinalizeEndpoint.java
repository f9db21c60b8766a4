package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Stored;
import java.io.IOException;

/** PUT namespaces/x/finalize: takes the finalizer off a namespace that has been emptied, which ends it. */
final class FinalizeEndpoint implements Verb {

    private final Cluster cluster;
    private final Decoder decoder;
    private final Answers answers;

    FinalizeEndpoint(Cluster cluster, Decoder decoder, Answers answers) {
        this.cluster = cluster;
        this.decoder = decoder;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) throws IOException {
        Write write = call.write("UpdateOptions");
        Obj sent = decoder.read(call, write.options().validation());
        UpdateVerb.checkPlace(write, sent);
        Stored stored = cluster.store().now().get(write.key(write.name())).orElseThrow(write::notFound);
        String wanted = Meta.text(sent, "resourceVersion");
        if (!wanted.isEmpty() && !wanted.equals(Long.toString(stored.revision()))) {
            throw Refusals.modified(write.resource(), write.name());
        }
        Json finalizers = new Arr(sent.items("spec", "finalizers"));
        Obj next = stored.object().withObj("spec", spec -> spec.with("finalizers", finalizers));
        answers.object(call, 200, kept(write, stored, next));
    }

    private Obj kept(Write write, Stored stored, Obj next) {
        if (write.options().dryRun()) {
            return next;
        }
        if (Updating.isOver(next)) {
            return cluster.store()
                    .delete(stored)
                    .map(deletion -> next.withObj("spec", spec -> spec.without("finalizers")))
                    .orElseThrow(() -> Refusals.modified(write.resource(), write.name()));
        }
        return cluster.store()
                .replace(stored, next)
                .orElseThrow(() -> Refusals.modified(write.resource(), write.name()))
                .object();
    }
}
