package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.HostedRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.StoredConfig;

/** actions/checkout: a clone with the commit of the run, or another ref, and the job's token for pushes. */
final class CheckoutAction implements Action {

    private final URI forge;

    CheckoutAction(URI forge) {
        this.forge = forge;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("ref", "fetch-depth", "fetch-tags", "path", "token", "persist-credentials");
    }

    @Override
    public Obj run(Call call) throws IOException, StepFailed {
        JobState job = call.job();
        if (!job.permissions().readContents()) {
            throw new StepFailed("the job's permissions do not let it read contents; add \"contents: read\"");
        }
        Path target = job.workspace().resolve(call.input("path", ".")).normalize();
        if (!target.startsWith(job.workspace())) {
            throw new StepFailed("the path \"" + call.input("path") + "\" leads out of the workspace");
        }
        Files.createDirectories(target);
        try (Git git = fetch(job.repository(), target)) {
            String commit = checkOut(git, call);
            configure(git, call);
            job.log().line("Checked out " + job.repository().name() + " at " + commit);
            return Action.output("commit", commit);
        } catch (GitAPIException e) {
            throw new StepFailed("cannot check out " + job.repository().name() + ": " + e.getMessage());
        }
    }

    /** Not a clone: that would ask for the default branch, which need not be there yet. */
    private static Git fetch(HostedRepository repository, Path target) throws GitAPIException {
        Git git = Git.init().setDirectory(target.toFile()).call();
        git.fetch()
                .setRemote(repository.git().getDirectory().toURI().toString())
                .setRefSpecs("+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*")
                .call();
        return git;
    }

    private static String checkOut(Git git, Call call) throws IOException, GitAPIException, StepFailed {
        RunRecord.Origin origin = call.job().run().origin();
        String wanted = call.input("ref").replaceFirst("^refs/(heads|tags)/", "");
        String branch = wanted.isEmpty() ? origin.refName() : wanted;
        Ref remote = git.getRepository().findRef("refs/remotes/origin/" + branch);
        String start = wanted.isEmpty() ? origin.sha() : (remote == null ? wanted : remote.getName());
        ObjectId commit = git.getRepository().resolve(start + "^{commit}");
        if (commit == null) {
            throw new StepFailed("there is no branch, tag or commit \"" + wanted + "\"");
        }
        if (remote == null) {
            git.checkout().setName(commit.name()).call();
        } else {
            git.branchCreate()
                    .setName(branch)
                    .setStartPoint(commit.name())
                    .setForce(true)
                    .call();
            git.checkout().setName(branch).setForced(true).call();
        }
        return commit.name();
    }

    /** From here on, git in scripts talks to the forge as everybody does. */
    private void configure(Git git, Call call) throws IOException {
        StoredConfig config = git.getRepository().getConfig();
        config.setString(
                "remote", "origin", "url", forge + "/" + call.job().repository().name() + ".git");
        config.setString("remote", "origin", "fetch", "+refs/heads/*:refs/remotes/origin/*");
        if (!call.input("persist-credentials").equals("false")) {
            String token = call.input("token", call.job().token());
            String pair =
                    Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
            config.setString("http", forge + "/", "extraheader", "AUTHORIZATION: basic " + pair);
            call.job().log().mask(Set.of(pair));
        }
        config.save();
    }
}
