package dev.fluxlab.flux.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;

/** A clone in a folder of its own, which goes when it is closed. */
final class GitWorkspace implements AutoCloseable {

    private final GitRemote remote;
    private final Path folder;
    private final Git git;

    private GitWorkspace(GitRemote remote, Path folder, Git git) {
        this.remote = remote;
        this.folder = folder;
        this.git = git;
    }

    /** Who commits, and when. */
    record Signature(String name, String email, Instant time) {

        PersonIdent ident() {
            return new PersonIdent(name, email, time, ZoneOffset.UTC);
        }
    }

    /** Where a commit goes. */
    record Destination(String branch, String refspec, Map<String, String> options, boolean force) {}

    static GitWorkspace empty(GitRemote remote) {
        try {
            Path folder = Files.createTempDirectory("image-automation-");
            Git git = Git.init().setDirectory(folder.toFile()).call();
            StoredConfig config = git.getRepository().getConfig();
            config.setString("core", null, "autocrlf", "false");
            config.save();
            return new GitWorkspace(remote, folder, git);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new GitFailure("unable to prepare a clone: " + e.getMessage());
        }
    }

    Path folder() {
        return folder;
    }

    /** Fetches what is checked out, with all branches or with nothing but it, and checks it out on a branch. */
    void checkOut(GitCheckout checkout, boolean allBranches, String branch) {
        try {
            FetchCommand fetch =
                    remote.prepared(git.fetch().setRemote(remote.url()).setTagOpt(TagOpt.NO_TAGS));
            List<RefSpec> specs = new ArrayList<>();
            if (allBranches || checkout.refName().isEmpty()) {
                specs.add(new RefSpec("+refs/heads/*:refs/remotes/origin/*"));
            }
            if (!checkout.refName().isEmpty()) {
                specs.add(new RefSpec("+" + checkout.refName() + ":refs/checkout/source"));
                fetch.setDepth(checkout.isBranch() ? 1 : Integer.MAX_VALUE);
            }
            fetch.setRefSpecs(specs).call();
            start(checkout.commit(), branch);
        } catch (GitAPIException e) {
            throw GitFailure.cloning(remote.url(), remote.explain(GitRemote.UPLOAD, e));
        }
    }

    private void start(ObjectId commit, String branch) throws GitAPIException {
        git.checkout()
                .setCreateBranch(true)
                .setForceRefUpdate(true)
                .setName(branch)
                .setStartPoint(commit.name())
                .call();
    }

    /** Goes on with a branch as the server has it, or begins it here. */
    void switchTo(String branch) {
        try {
            ObjectId existing = git.getRepository().resolve("refs/remotes/origin/" + branch);
            ObjectId from = existing == null ? head() : existing;
            git.checkout().setName(from.name()).call();
            start(from, branch);
        } catch (GitAPIException | IOException e) {
            throw new GitFailure("could not checkout to branch '" + branch + "': " + e.getMessage());
        }
    }

    ObjectId head() {
        try {
            ObjectId head = git.getRepository().resolve(Constants.HEAD);
            if (head == null) {
                throw new GitFailure("reference not found");
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasChanges() {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            return git.status().call().hasUncommittedChanges();
        } catch (GitAPIException e) {
            throw new GitFailure("failed to commit changes: " + e.getMessage());
        }
    }

    ObjectId commit(String message, Signature by) {
        try {
            return git.commit()
                    .setMessage(message)
                    .setAuthor(by.ident())
                    .setCommitter(by.ident())
                    .setSign(false)
                    .call();
        } catch (GitAPIException e) {
            throw new GitFailure("failed to commit changes: " + e.getMessage());
        }
    }

    /** Pushes the branch, and after it what the refspec says. */
    void push(Destination to) {
        String sign = to.force() ? "+" : "";
        push(new RefSpec(sign + "HEAD:" + Constants.R_HEADS + to.branch()), to.options());
        if (!to.refspec().isEmpty()) {
            pushRefspec(to, sign);
        }
    }

    private void pushRefspec(Destination to, String sign) {
        RefSpec spec;
        try {
            spec = new RefSpec(to.refspec().startsWith("+") ? to.refspec() : sign + to.refspec());
        } catch (IllegalArgumentException e) {
            throw GitFailure.pushing("malformed refspec, separators are wrong");
        }
        try {
            if (git.getRepository().exactRef(spec.getSource()) == null) {
                throw GitFailure.pushing("already up-to-date");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        push(spec, to.options());
    }

    private void push(RefSpec spec, Map<String, String> options) {
        try {
            Iterable<PushResult> results = send(spec, options);
            for (PushResult result : results) {
                result.getRemoteUpdates().forEach(GitWorkspace::require);
            }
        } catch (GitAPIException e) {
            throw GitFailure.pushing(remote.explain(GitRemote.RECEIVE, e));
        }
    }

    private Iterable<PushResult> send(RefSpec spec, Map<String, String> options) throws GitAPIException {
        PushCommand push = remote.prepared(git.push().setRemote(remote.url()).setRefSpecs(spec));
        if (options.isEmpty()) {
            return push.call();
        }
        List<String> pairs = options.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .toList();
        try {
            return push.setPushOptions(pairs).call();
        } catch (GitAPIException unsupported) {
            return remote.prepared(git.push().setRemote(remote.url()).setRefSpecs(spec))
                    .call();
        }
    }

    // A clone of depth one does not have the commit that another pushed meanwhile: "object not found".
    private static void require(RemoteRefUpdate update) {
        switch (update.getStatus()) {
            case OK -> {}
            case UP_TO_DATE -> throw GitFailure.pushing("already up-to-date");
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED, NON_EXISTING -> throw GitFailure.pushing(
                    "object not found");
            default -> throw GitFailure.pushing("command error on " + update.getRemoteName() + ": "
                    + Optional.ofNullable(update.getMessage()).orElse("failed to update ref"));
        }
    }

    @Override
    public void close() {
        git.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
