package dev.fluxlab.flux.image;

import dev.fluxlab.flux.git.GitRemote;
import dev.fluxlab.flux.git.GitTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/** A clone in a folder of its own, which goes when it is closed. */
final class GitWorkspace implements AutoCloseable {

    private static final String SOURCE = "refs/checkout/source";
    private static final String REMOTE_BRANCHES = "refs/remotes/origin/";

    private final GitRemote remote;
    private final int timeoutSeconds;
    private final Path folder;
    private final Git git;

    private GitWorkspace(GitRemote remote, int timeoutSeconds, Path folder, Git git) {
        this.remote = remote;
        this.timeoutSeconds = timeoutSeconds;
        this.folder = folder;
        this.git = git;
    }

    /** Who commits, and when. */
    record Signature(String name, String email, Instant time) {

        PersonIdent ident() {
            return new PersonIdent(name, email, time, ZoneOffset.UTC);
        }
    }

    static GitWorkspace empty(AutomationSource source) throws GitStepFailure {
        try {
            Path folder = Files.createTempDirectory("image-automation-");
            Git git = Git.init().setDirectory(folder.toFile()).call();
            StoredConfig config = git.getRepository().getConfig();
            config.setString("core", null, "autocrlf", "false");
            config.save();
            int seconds = (int) Math.max(1, source.timeout().toSeconds());
            return new GitWorkspace(source.remote(), seconds, folder, git);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make a folder for a clone of " + source.remote().url(), e);
        } catch (GitAPIException e) {
            throw new GitStepFailure("unable to prepare a clone: " + e.getMessage());
        }
    }

    Path folder() {
        return folder;
    }

    GitPush push() {
        return new GitPush(remote, timeoutSeconds, git);
    }

    /** Fetches what is checked out, with all branches or with nothing but it, and checks it out on a branch. */
    void checkOut(GitTarget target, boolean allBranches, String branch) throws GitStepFailure {
        try {
            FetchCommand fetch = git.fetch()
                    .setRemote(remote.url())
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setTimeout(timeoutSeconds)
                    .setTransportConfigCallback(remote::authorise);
            List<RefSpec> specs = new ArrayList<>();
            if (allBranches || !target.tip()) {
                specs.add(new RefSpec("+refs/heads/*:" + REMOTE_BRANCHES + "*"));
            }
            if (target.tip()) {
                specs.add(new RefSpec("+" + target.ref() + ":" + SOURCE));
                fetch.setDepth(1);
            }
            fetch.setRefSpecs(specs).call();
            start(ObjectId.fromString(target.commit()), branch);
        } catch (GitAPIException e) {
            throw new GitStepFailure("unable to clone '" + remote.url() + "': " + GitStepFailure.deepest(e));
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
    void switchTo(String branch) throws GitStepFailure {
        try {
            ObjectId existing = git.getRepository().resolve(REMOTE_BRANCHES + branch);
            start(existing == null ? head() : existing, branch);
        } catch (GitAPIException | IOException e) {
            throw new GitStepFailure("could not checkout to branch '" + branch + "': " + e.getMessage());
        }
    }

    ObjectId head() throws GitStepFailure {
        try {
            ObjectId head = git.getRepository().resolve(Constants.HEAD);
            if (head == null) {
                throw new GitStepFailure("reference not found");
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasChanges() throws GitStepFailure {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            return git.status().call().hasUncommittedChanges();
        } catch (GitAPIException e) {
            throw new GitStepFailure("failed to commit changes: " + e.getMessage());
        }
    }

    ObjectId commit(String message, Signature by) throws GitStepFailure {
        try {
            return git.commit()
                    .setMessage(message)
                    .setAuthor(by.ident())
                    .setCommitter(by.ident())
                    .setSign(false)
                    .call();
        } catch (GitAPIException e) {
            throw new GitStepFailure("failed to commit changes: " + e.getMessage());
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
            throw new UncheckedIOException("cannot remove the clone at " + folder, e);
        }
    }
}
