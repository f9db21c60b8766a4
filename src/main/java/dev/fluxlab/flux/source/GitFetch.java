package dev.fluxlab.flux.source;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.api.GitRepositorySpec;
import dev.fluxlab.flux.artifact.Tarball;
import dev.fluxlab.flux.git.GitCopy;
import dev.fluxlab.flux.git.GitCredentials;
import dev.fluxlab.flux.git.GitFailure;
import dev.fluxlab.flux.git.GitRemote;
import dev.fluxlab.flux.git.GitTarget;
import dev.fluxlab.flux.git.RemoteRefs;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One look at a Git repository: what it offers, and its content when that is new. */
final class GitFetch {

    private static final String OPERATION_FAILED = "GitOperationFailed";
    private static final int SUBJECT = 50;

    private final Run<GitRepository> run;
    private final SourceFrame<GitRepository> frame;
    private final GitRepositorySpec spec;
    private final Path scratch;

    GitFetch(Run<GitRepository> run, SourceFrame<GitRepository> frame, Path scratch) {
        this.run = run;
        this.frame = frame;
        this.spec = run.resource().getSpec();
        this.scratch = scratch;
    }

    Finding make() throws SourceFailure {
        GitUnsupported.refuse(spec);
        GitRemote remote = new GitRemote(spec.url(), credentials(), GoDuration.parse(spec.timeout()));
        try {
            return make(remote);
        } catch (IOException e) {
            throw checkoutFailed(String.valueOf(e.getMessage()));
        }
    }

    private static SourceFailure checkoutFailed(String inner) {
        return SourceFailure.fetch(OPERATION_FAILED, "failed to checkout and determine revision: " + inner);
    }

    private Finding make(GitRemote remote) throws SourceFailure, IOException {
        boolean stored = run.conditions().isTrue(ReadySummary.IN_STORAGE);
        boolean comparable = stored && GitTarget.isListed(spec.reference());
        GitTarget target = target(remote, comparable);
        if (comparable && target.revision().equals(storedRevision()) && sameSettings()) {
            frame.inStorage(storedMessage(target.revision()));
            return Finding.unchanged("stored artifact for commit '" + target.revision() + "'", target.revision());
        }
        try (GitCopy copy = copy(remote, target)) {
            return archive(copy, target);
        }
    }

    private String storedRevision() {
        return run.statusObject("artifact").orElse(Obj.EMPTY).text("revision");
    }

    private static String storedMessage(String revision) {
        return "stored artifact for revision '" + revision + "'";
    }

    private boolean sameSettings() {
        return run.status().text("observedIgnore").equals(spec.ignore());
    }

    private GitTarget target(GitRemote remote, boolean listing) throws SourceFailure {
        try {
            RemoteRefs refs = refs(remote, listing);
            if (refs.isEmpty()) {
                throw SourceFailure.fetch("EmptyGitRepository", "git repository is empty");
            }
            return GitTarget.find(spec.reference(), refs);
        } catch (GitFailure e) {
            boolean whole =
                    e.getMessage().startsWith("unable to ") || e.getMessage().contains("semver");
            throw checkoutFailed(whole ? e.getMessage() : unable("clone", e));
        }
    }

    private RemoteRefs refs(GitRemote remote, boolean listing) throws GitFailure, SourceFailure {
        try {
            return remote.refs();
        } catch (GitFailure e) {
            throw checkoutFailed(unable(listing ? "list remote for" : "clone", e));
        }
    }

    private String unable(String what, GitFailure failure) {
        return "unable to " + what + " '" + spec.url() + "': " + failure.getMessage();
    }

    private GitCopy copy(GitRemote remote, GitTarget target) throws SourceFailure, IOException {
        GitCopy copy;
        try {
            copy = target.fetch(remote, Files.createTempDirectory(scratch, "git-"));
        } catch (GitFailure e) {
            throw checkoutFailed(unable("clone", e));
        }
        if (!copy.has(target.commit())) {
            copy.close();
            throw checkoutFailed("unable to resolve commit object for '" + target.commit() + "': object not found");
        }
        return copy;
    }

    private Finding archive(GitCopy copy, GitTarget target) throws SourceFailure, IOException {
        String revision = target.revision();
        if (!revision.equals(storedRevision())) {
            frame.outdated("new upstream revision '" + revision + "'");
        }
        if (!revision.equals(storedRevision())
                || !sameSettings()
                || !run.conditions().isTrue(ReadySummary.IN_STORAGE)) {
            frame.store(
                    target.commit() + ".tar.gz",
                    revision,
                    Obj.EMPTY,
                    out -> Tarball.write(GitTree.members(copy, target.commit(), spec.ignore()), out));
            observe();
        }
        frame.inStorage(storedMessage(revision));
        String subject = copy.subject(target.commit());
        String shown = subject.length() > SUBJECT ? subject.substring(0, SUBJECT) + "..." : subject;
        return Finding.upToDate("stored artifact for commit '" + shown + "'", revision);
    }

    private void observe() {
        if (spec.ignore().isEmpty()) {
            run.remove("observedIgnore");
        } else {
            run.put("observedIgnore", spec.ignore());
        }
    }

    private GitCredentials credentials() throws SourceFailure {
        if (spec.secretRef() == null) {
            return GitCredentials.NONE;
        }
        String name = spec.secretRef().name();
        try {
            Map<String, String> data = new Secrets(run.cluster()).read(run.namespace(), name);
            if (data.containsKey("githubAppID")) {
                throw SourceFailure.stalling(
                        "InvalidProviderConfiguration",
                        "secretRef '" + run.namespace() + "/" + name
                                + "' has github app data but provider is not set to github");
            }
            return GitCredentials.of(data);
        } catch (ApiFailure e) {
            String prefix = "failed to get secret '" + run.namespace() + "/" + name + "': ";
            throw SourceFailure.fetch("AuthenticationFailed", prefix + prefix + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw SourceFailure.fetch(
                    "AuthenticationFailed",
                    "failed to configure authentication options: invalid '" + scheme() + "' auth option: "
                            + e.getMessage());
        }
    }

    private String scheme() {
        return Optional.of(spec.url().indexOf("://"))
                .filter(at -> at > 0)
                .map(at -> spec.url().substring(0, at))
                .orElse("https");
    }
}
