package dev.fluxlab.kube.serve;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.type.GroupVersionKind;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-side apply: creates what is missing, merges into what is there. */
final class ApplyPatch implements Verb {

    private static final String KIND = "PatchOptions";

    private final Cluster cluster;
    private final Mutations mutations;
    private final Answers answers;

    ApplyPatch(Cluster cluster, Mutations mutations, Answers answers) {
        this.cluster = cluster;
        this.mutations = mutations;
        this.answers = answers;
    }

    static ApiException forceWithoutApply() {
        return Refusals.invalidOptions(
                KIND, new Violation(Reason.FORBIDDEN, "force", "Forbidden: may not be specified for non-apply patch"));
    }

    @Override
    public void answer(Call call) throws IOException {
        Write write = call.write(KIND);
        if (call.query("fieldManager").isEmpty()) {
            throw Refusals.invalidOptions(
                    KIND,
                    new Violation(Reason.REQUIRED, "fieldManager", "Required value: is required for apply patch"));
        }
        Obj applied = read(call);
        check(call, applied);
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        Optional<Obj> kept = mutations.updating().update(write, live -> merged(write, live, applied, writer));
        int status = kept.isPresent() ? 200 : 201;
        Obj answer = kept.orElseGet(() -> created(write, applied, writer));
        call.type().rules().warnings(answer).forEach(call::warn);
        answers.object(call, status, answer);
    }

    private static Obj read(Call call) throws IOException {
        try {
            return YamlText.read(new String(BodyReader.bytes(call.exchange()), StandardCharsets.UTF_8))
                    .asObj()
                    .orElseThrow(() -> Refusals.badRequest("error decoding YAML: an object is expected"));
        } catch (DocumentException e) {
            throw Refusals.badRequest("error decoding YAML: " + e.getMessage());
        }
    }

    private static void check(Call call, Obj applied) {
        GroupVersionKind found = GroupVersionKind.of(applied);
        GroupVersionKind expected = call.type().kind();
        if (!found.group().equals(expected.group()) || !found.kind().equals(expected.kind())) {
            throw Refusals.badRequest("invalid object type: " + found);
        }
        if (!found.version().equals(expected.version())) {
            throw Refusals.badRequest("Incorrect version specified in apply patch. Specified patch version: "
                    + found.apiVersion() + ", expected: " + expected.apiVersion());
        }
        boolean managed = applied.at("metadata", "managedFields")
                .filter(fields -> !fields.isNull())
                .isPresent();
        if (managed) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
    }

    private static Obj merged(Write write, Obj live, Obj applied, Writer writer) {
        Obj merged =
                write.ownership().apply(live, applied, writer, write.options().force());
        Obj managed = Decoder.decoded(write.type(), merged).object();
        return applied.at("metadata", "resourceVersion")
                .map(version -> Meta.with(managed, "resourceVersion", version))
                .orElse(managed);
    }

    private Obj created(Write write, Obj applied, Writer writer) {
        if (!write.subresource().isEmpty()) {
            throw write.notFound();
        }
        Obj named = Meta.name(applied).isEmpty() ? Meta.with(applied, "name", write.name()) : applied;
        UpdateVerb.checkPlace(write, named);
        Obj merged = write.ownership()
                .apply(Obj.EMPTY, named, writer, write.options().force());
        return mutations
                .creation()
                .admitted(write, Decoder.decoded(write.type(), merged).object());
    }
}
