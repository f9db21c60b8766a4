package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Stored;
import java.util.OptionalLong;

/** GET of one object. */
final class GetVerb implements Verb {

    private final Cluster cluster;
    private final Answers answers;

    GetVerb(Cluster cluster, Answers answers) {
        this.cluster = cluster;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) {
        OptionalLong wanted = Revision.wanted(call.query("resourceVersion"));
        Snapshot objects = wanted.isPresent()
                ? Revision.atLeast(cluster.store(), wanted.getAsLong())
                : cluster.store().now();
        answers.object(call, 200, find(call, objects));
    }

    static Obj find(Call call, Snapshot objects) {
        Stored stored = objects.get(Write.keyOf(
                        call.type(), call.info().objectNamespace(), call.info().name()))
                .orElseThrow(
                        () -> Refusals.notFound(call.resource(), call.info().name()));
        return Cluster.read(call.type(), stored);
    }
}
