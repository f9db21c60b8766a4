package dev.fluxlab.kube.serve;

/** GET of many objects. */
final class ListVerb implements Verb {

    private final Listing listing;
    private final Answers answers;

    ListVerb(Listing listing, Answers answers) {
        this.listing = listing;
        this.answers = answers;
    }

    @Override
    public void answer(Call call) {
        answers.list(call, listing.page(call));
    }
}
