package dev.fluxlab.flux.image;

/** A Git operation that failed, with the message Flux shows. */
final class GitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GitFailure(String message) {
        super(message, null, false, false);
    }

    static GitFailure cloning(String url, String problem) {
        return new GitFailure("unable to clone '" + url + "': " + problem);
    }

    static GitFailure listing(String url, String problem) {
        return new GitFailure("unable to list remote for '" + url + "': " + problem);
    }

    static GitFailure pushing(String problem) {
        return new GitFailure("failed to push to remote: " + problem);
    }
}
