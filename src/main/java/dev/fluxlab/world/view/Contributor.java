package dev.fluxlab.world.view;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Commits changes to a repository and pushes them, as somebody with an account on the forge does. */
public final class Contributor {

    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private final URI url;
    private final Login login;

    /** A contributor whose clone is kept in the folder. */
    public Contributor(Path folder, URI url, Login login) {
        this.folder = folder;
        this.url = url;
        this.login = login;
    }

    /** Changes one file on a branch, in one commit, and pushes it; returns the commit. A missing file reads as empty. */
    public synchronized String change(String branch, String file, String message, UnaryOperator<String> edit) {
        try (Git git = open()) {
            git.fetch()
                    .setRemote("origin")
                    .setCredentialsProvider(credentials())
                    .setTimeout(PATIENCE_SECONDS)
                    .call();
            checkOut(git, branch);
            Path path = folder.resolve(file).normalize();
            if (!path.startsWith(folder)) {
                throw new IllegalArgumentException("a file of the repository lies inside it, found " + file);
            }
            write(path, edit);
            git.add().addFilepattern(file).call();
            String commit = git.commit()
                    .setMessage(message)
                    .setAuthor(login.user(), login.user() + "@fluxlab.dev")
                    .setCommitter(login.user(), login.user() + "@fluxlab.dev")
                    .call()
                    .name();
            push(git, branch);
            return commit;
        } catch (IOException | GitAPIException e) {
            throw new WorldUnreachable("the repository " + url, "a change of " + file + " on " + branch, e);
        }
    }

    private static void write(Path path, UnaryOperator<String> edit) throws IOException {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, edit.apply(Files.exists(path) ? Files.readString(path) : ""));
    }

    private static void checkOut(Git git, String branch) throws GitAPIException, IOException {
        String remote = "origin/" + branch;
        boolean known = git.getRepository().resolve(remote) != null;
        git.checkout()
                .setCreateBranch(git.getRepository().resolve("refs/heads/" + branch) == null)
                .setName(branch)
                .setStartPoint(known ? remote : Constants.HEAD)
                .setForced(true)
                .call();
        if (known) {
            git.reset().setMode(ResetCommand.ResetType.HARD).setRef(remote).call();
        }
    }

    private void push(Git git, String branch) throws GitAPIException, IOException {
        Iterable<PushResult> results = git.push()
                .setRemote("origin")
                .setRefSpecs(new RefSpec("refs/heads/" + branch + ":refs/heads/" + branch))
                .setCredentialsProvider(credentials())
                .setTimeout(PATIENCE_SECONDS)
                .call();
        for (PushResult result : results) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                boolean taken = update.getStatus() == RemoteRefUpdate.Status.OK
                        || update.getStatus() == RemoteRefUpdate.Status.UP_TO_DATE;
                if (!taken) {
                    throw new IOException("the push to " + branch + " was refused: " + update.getStatus() + " "
                            + update.getMessage());
                }
            }
        }
    }

    private Git open() throws GitAPIException, IOException {
        if (Files.exists(folder.resolve(".git"))) {
            return Git.open(folder.toFile());
        }
        return Git.cloneRepository()
                .setURI(url.toString())
                .setDirectory(folder.toFile())
                .setCredentialsProvider(credentials())
                .setTimeout(PATIENCE_SECONDS)
                .call();
    }

    private UsernamePasswordCredentialsProvider credentials() {
        return new UsernamePasswordCredentialsProvider(login.user(), login.password());
    }
}
