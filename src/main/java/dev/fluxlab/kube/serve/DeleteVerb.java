package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.serve.Deletion.Outcome;
import java.io.IOException;

/** DELETE of one object. */
final class DeleteVerb implements Verb {

    private final BodyReader bodies;
    private final Deletion deletion;
    private final Answers answers;

    DeleteVerb(BodyReader bodies, Deletion deletion, Answers answers) {
        this.bodies = bodies;
        this.deletion = deletion;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj body = bodies.readIfAny(call.exchange(), "DeleteOptions").object();
        DeleteOptions options = DeleteOptions.of(call.exchange().query(), body);
        Outcome outcome = deletion.delete(call.write("DeleteOptions"), options);
        if (outcome.gone() && !call.type().rules().returnsDeletedObject()) {
            Answers.json(call.exchange(), 200, success(call, outcome.object()));
            return;
        }
        answers.object(call, 200, outcome.object());
    }

    private static Obj success(Call call, Obj object) {
        Obj.Builder details = Obj.builder().put("name", Meta.name(object));
        if (!call.type().group().isEmpty()) {
            details.put("group", call.type().group());
        }
        return Obj.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", Obj.EMPTY)
                .put("status", "Success")
                .put(
                        "details",
                        details.put("kind", call.type().plural())
                                .put("uid", Meta.text(object, "uid"))
                                .build())
                .build();
    }
}
