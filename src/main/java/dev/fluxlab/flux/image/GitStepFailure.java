package dev.fluxlab.flux.image;

import dev.fluxlab.flux.git.GitFailure;
import java.io.EOFException;

/** A step in a clone that failed, with the message Flux shows. */
final class GitStepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    GitStepFailure(String message) {
        super(message);
    }

    /** What came of asking the remote; what is wrong with the reference alone stands for itself. */
    static GitStepFailure of(GitFailure failure, String url, boolean onlyListing) {
        String problem = failure.getMessage();
        if (problem.startsWith("unable to resolve ref") || problem.contains("semver")) {
            return new GitStepFailure(problem);
        }
        String step = onlyListing ? "unable to list remote for '" : "unable to clone '";
        return new GitStepFailure(step + url + "': " + problem);
    }

    static GitStepFailure pushing(String problem) {
        return new GitStepFailure("failed to push to remote: " + problem);
    }

    /** What a library's chain of failures began with. */
    static String deepest(Exception failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof EOFException ? "unexpected EOF" : String.valueOf(deepest.getMessage());
    }
}
