package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import java.io.IOException;

/** POST of a new object. */
final class CreateVerb implements Verb {

    private final Decoder decoder;
    private final Creation creation;
    private final Answers answers;

    CreateVerb(Decoder decoder, Creation creation, Answers answers) {
        this.decoder = decoder;
        this.creation = creation;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) throws IOException {
        Write write = call.write("CreateOptions");
        Obj decoded = decoder.read(call, write.options().validation());
        Obj kept = creation.create(write, decoded);
        call.type().rules().warnings(kept).forEach(call::warn);
        answers.object(call, 201, kept);
    }
}
