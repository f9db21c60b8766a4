package dev.fluxlab.forge.git;

/** Why a push is refused, in words that the client shows. */
final class PushRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PushRefused(String reason) {
        super(reason);
    }

    static PushRefused deleted(String branch) {
        return new PushRefused(branch + " is protected: it may not be deleted");
    }

    static PushRefused rewritten(String branch) {
        return new PushRefused(branch + " is protected: its history may not be rewritten (no force push). Take in what"
                + " is there with \"git pull --rebase\", or undo a commit with \"git revert\", and push again");
    }

    static PushRefused unreviewed(String branch) {
        return new PushRefused(branch + " is protected: changes need a review. Push a branch of your own and open a"
                + " pull request");
    }

    static PushRefused escaping(String path, String target) {
        return new PushRefused(
                path + " is a symbolic link to \"" + target + "\", outside the repository; remove it and push again");
    }

    static PushRefused badRef(String ref) {
        return new PushRefused(ref + " cannot be pushed: only branches (refs/heads/) and tags (refs/tags/) can");
    }

    static PushRefused noCommit(String ref) {
        return new PushRefused(ref + " is a branch, but what was pushed to it is no commit");
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
