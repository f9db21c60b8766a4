package dev.fluxlab.kube.serve;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonPatch;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.MergePatch;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.StrategicMerge;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.type.ResourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** PATCH by JSON patch, merge patch or strategic merge patch; apply patches go on to {@link ApplyPatch}. */
final class PatchVerb implements Verb {

    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";
    private static final int MOST_OPERATIONS = 10_000;

    private final Cluster cluster;
    private final Mutations mutations;
    private final Answers answers;
    private final ApplyPatch apply;

    PatchVerb(Cluster cluster, Mutations mutations, Answers answers) {
        this.cluster = cluster;
        this.mutations = mutations;
        this.answers = answers;
        this.apply = new ApplyPatch(cluster, mutations, answers);
    }

    /** What a patch makes of an object. */
    @FunctionalInterface
    interface Patch {
        Obj apply(Obj live);
    }

    @Override
    public void answer(Call call) throws IOException {
        if (BodyReader.mediaType(call.exchange()).equals(APPLY)) {
            apply.answer(call);
            return;
        }
        checkType(call);
        Write write = call.write("PatchOptions");
        if (write.options().force()) {
            throw ApplyPatch.forceWithoutApply();
        }
        byte[] body = BodyReader.bytes(call.exchange());
        Patch patch = read(body, BodyReader.mediaType(call.exchange()), call.type());
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        Patched patched = new Patched(call, write, body);
        Obj kept = mutations
                .updating()
                .update(write, live -> write.ownership().update(live, patched.decoded(patch.apply(live)), writer))
                .orElseThrow(write::notFound);
        patched.warn();
        call.type().rules().warnings(kept).forEach(call::warn);
        answers.object(call, 200, kept);
    }

    private static void checkType(Call call) {
        String type = BodyReader.mediaType(call.exchange());
        boolean known = type.equals(JSON_PATCH) || type.equals(MERGE_PATCH);
        if (!known && !(type.equals(STRATEGIC) && call.type().isBuiltIn())) {
            throw Refusals.unknownPatch(call.type());
        }
    }

    static Patch read(byte[] body, String mediaType, ResourceType type) {
        Json document = json(body);
        if (mediaType.equals(JSON_PATCH)) {
            return jsonPatch(document);
        }
        Obj changes = document.asObj()
                .orElseThrow(() -> Refusals.badRequest("error decoding patch: json: cannot unmarshal "
                        + document.typeName() + " into Go value of type map[string]interface {}"));
        return mediaType.equals(STRATEGIC)
                ? live -> StrategicMerge.apply(live, changes, type.schema())
                : live -> MergePatch.apply(live, changes).asObj().orElse(Obj.EMPTY);
    }

    private static Patch jsonPatch(Json document) {
        if (document.asArr().isEmpty()) {
            throw Refusals.badRequest("error decoding patch: json: cannot unmarshal " + document.typeName()
                    + " into Go value of type jsonpatch.Patch");
        }
        JsonPatch patch = JsonPatch.of(document);
        if (patch.size() > MOST_OPERATIONS) {
            throw Refusals.tooManyOperations(MOST_OPERATIONS, patch.size());
        }
        return live -> {
            try {
                return patch.apply(live).asObj().orElseThrow(Refusals::rejectedPatch);
            } catch (DocumentException e) {
                throw Refusals.rejectedPatch();
            }
        };
    }

    private static Json json(byte[] body) {
        try {
            return JsonText.read(body);
        } catch (DocumentException e) {
            throw Refusals.badRequest(
                    "error decoding patch: " + GoJsonSyntax.complaint(new String(body, StandardCharsets.UTF_8)));
        }
    }
}
