package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.ScaleOwnership;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.type.Scaling;
import dev.fluxlab.kube.type.Violation;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** GET, PUT and PATCH of how many replicas an object asks for. */
final class ScaleEndpoint {

    private static final String GROUP = "autoscaling";
    private static final String KIND = "Scale";

    private final Cluster cluster;
    private final BodyReader bodies;
    private final Updating updating;

    ScaleEndpoint(Cluster cluster, BodyReader bodies, Updating updating) {
        this.cluster = cluster;
        this.bodies = bodies;
        this.updating = updating;
    }

    void get(Call call) {
        Obj object = GetVerb.find(call, cluster.store().now());
        Answers.json(call.exchange(), 200, scaling(call).scaleOf(object));
    }

    void update(Call call) throws IOException {
        Write write = call.write("UpdateOptions");
        Obj sent = bodies.read(call.exchange(), KIND).object();
        UpdateVerb.checkPlace(write, sent);
        change(call, write, live -> sent);
    }

    void patch(Call call) throws IOException {
        String type = BodyReader.mediaType(call.exchange());
        boolean known = List.of(PatchVerb.JSON_PATCH, PatchVerb.MERGE_PATCH, PatchVerb.STRATEGIC)
                .contains(type);
        if (!known) {
            throw Refusals.unknownPatch(call.type());
        }
        // a Scale has no lists, so that a strategic merge patch of it is a merge patch
        String read = type.equals(PatchVerb.STRATEGIC) ? PatchVerb.MERGE_PATCH : type;
        PatchVerb.Patch patch = PatchVerb.read(BodyReader.bytes(call.exchange()), read, call.type());
        Write write = call.write("PatchOptions");
        change(call, write, patch::apply);
    }

    private void change(Call call, Write write, UnaryOperator<Obj> change) {
        Scaling scaling = scaling(call);
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        Obj kept = updating.update(write, live -> {
                    Obj before = scaling.scaleOf(live);
                    Obj scale = change.apply(before);
                    checkValid(scaling, scale, write.name());
                    Obj next = Meta.copied(scaling.rescaled(live, scale), "resourceVersion", scale);
                    return owners(call, scaling).update(next, before, scale, writer);
                })
                .orElseThrow(write::notFound);
        Answers.json(call.exchange(), 200, scaling.scaleOf(kept));
    }

    private static ScaleOwnership owners(Call call, Scaling scaling) {
        return new ScaleOwnership(call.type().apiVersion(), String.join(".", scaling.specPath()));
    }

    private static void checkValid(Scaling scaling, Obj scale, String name) {
        List<Violation> violations = scaling.violations(scale);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(GROUP, KIND, name, violations);
        }
    }

    private static Scaling scaling(Call call) {
        return call.type().scaling().orElseThrow(Refusals::noSuchResource);
    }
}
