package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import java.io.IOException;

/** DELETE of everything that a list would show; answers with that list. */
final class DeleteCollectionVerb implements Verb {

    private final BodyReader bodies;
    private final Listing listing;
    private final Deletion deletion;
    private final Answers answers;

    DeleteCollectionVerb(BodyReader bodies, Listing listing, Deletion deletion, Answers answers) {
        this.bodies = bodies;
        this.listing = listing;
        this.deletion = deletion;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj body = bodies.readIfAny(call.exchange(), "DeleteOptions").object();
        DeleteOptions options = DeleteOptions.of(call.exchange().query(), body);
        Page page = listing.page(call);
        Write write = call.write("DeleteOptions");
        for (Obj object : page.objects()) {
            try {
                deletion.delete(write.of(Meta.text(object, "namespace"), Meta.name(object)), options);
            } catch (ApiException e) {
                if (e.code() != 404) { // another request was faster: what was wanted has happened
                    throw e;
                }
            }
        }
        answers.list(call, page);
    }
}
