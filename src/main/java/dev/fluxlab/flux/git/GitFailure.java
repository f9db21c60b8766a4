package dev.fluxlab.flux.git;

/** A remote said no, or could not be asked; the message is the one that Flux shows after its own words. */
public final class GitFailure extends Exception {

    private static final long serialVersionUID = 1L;

    GitFailure(String message) {
        super(message);
    }

    GitFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static GitFailure emptyRepository() {
        return new GitFailure("remote repository is empty");
    }

    static GitFailure noRef(String ref) {
        return new GitFailure("couldn't find remote ref \"" + ref + "\"");
    }

    static GitFailure noScheme(String url) {
        return new GitFailure("fluxlab fetches over http and https only, not '" + url + "'; use an http URL");
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
