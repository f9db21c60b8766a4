package dev.fluxlab.flux.image;

import dev.fluxlab.flux.git.GitFailure;
import dev.fluxlab.flux.git.GitRemote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Sends commits to the remote, and says in Flux's words what it answers. */
final class GitPush {

    private final GitRemote remote;
    private final int timeoutSeconds;
    private final Git git;

    GitPush(GitRemote remote, int timeoutSeconds, Git git) {
        this.remote = remote;
        this.timeoutSeconds = timeoutSeconds;
        this.git = git;
    }

    /** Where a commit goes. */
    record Destination(String branch, String refspec, Map<String, String> options, boolean force) {}

    /** Pushes the branch, and after it what the refspec says. */
    void to(Destination destination) throws GitStepFailure {
        String sign = destination.force() ? "+" : "";
        push(new RefSpec(sign + "HEAD:" + Constants.R_HEADS + destination.branch()), destination.options());
        if (!destination.refspec().isEmpty()) {
            push(refspec(destination.refspec(), sign), destination.options());
        }
    }

    private RefSpec refspec(String text, String sign) throws GitStepFailure {
        RefSpec spec;
        try {
            spec = new RefSpec(text.startsWith("+") ? text : sign + text);
        } catch (IllegalArgumentException e) {
            throw GitStepFailure.pushing("malformed refspec, separators are wrong");
        }
        try {
            if (spec.getSource() == null || git.getRepository().exactRef(spec.getSource()) == null) {
                throw GitStepFailure.pushing("already up-to-date");
            }
            return spec;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void push(RefSpec spec, Map<String, String> options) throws GitStepFailure {
        Iterable<PushResult> results;
        try {
            results = send(spec, options);
        } catch (GitAPIException e) {
            throw refused(e);
        }
        for (PushResult result : results) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                require(update);
            }
        }
    }

    private GitStepFailure refused(GitAPIException problem) {
        try {
            remote.requireWritable();
            return GitStepFailure.pushing(GitStepFailure.deepest(problem));
        } catch (GitFailure e) {
            return GitStepFailure.pushing(e.getMessage());
        }
    }

    // Options that the server does not know are dropped without a word, as Flux does.
    private Iterable<PushResult> send(RefSpec spec, Map<String, String> options) throws GitAPIException {
        if (!options.isEmpty()) {
            List<String> pairs = options.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .sorted()
                    .toList();
            try {
                return command(spec).setPushOptions(pairs).call();
            } catch (GitAPIException unsupported) {
                return command(spec).call();
            }
        }
        return command(spec).call();
    }

    private PushCommand command(RefSpec spec) {
        return git.push()
                .setRemote(remote.url())
                .setRefSpecs(spec)
                .setTimeout(timeoutSeconds)
                .setTransportConfigCallback(remote::authorise);
    }

    // A clone of depth one does not have the commit that another pushed meanwhile: "object not found".
    private static void require(RemoteRefUpdate update) throws GitStepFailure {
        switch (update.getStatus()) {
            case OK -> {}
            case UP_TO_DATE -> throw GitStepFailure.pushing("already up-to-date");
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED, NON_EXISTING -> throw GitStepFailure.pushing(
                    "object not found");
            default -> throw GitStepFailure.pushing("command error on " + update.getRemoteName() + ": "
                    + Optional.ofNullable(update.getMessage()).orElse("failed to update ref"));
        }
    }
}
