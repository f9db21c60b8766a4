package dev.fluxlab.flux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A person's clone of a repository on the forge. */
public final class GitClone {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.com");

    private static final UsernamePasswordCredentialsProvider CREDENTIALS =
            new UsernamePasswordCredentialsProvider("flux", "secret");

    private final Git git;
    private final Path folder;

    private GitClone(Git git, Path folder) {
        this.git = git;
        this.folder = folder;
    }

    static GitClone of(String url, Path folder) throws IOException {
        try {
            Git git = Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call();
            git.remoteAdd().setName("origin").setUri(new URIish(url)).call();
            return new GitClone(git, folder);
        } catch (GitAPIException | java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public GitClone write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    public GitClone remove(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    /** Commits everything and pushes it; returns the commit. */
    public String push(String message) throws IOException {
        try {
            git.add().addFilepattern(".").call();
            git.add().setUpdate(true).addFilepattern(".").call();
            String commit = git.commit()
                    .setMessage(message)
                    .setAuthor(ADA)
                    .setCommitter(ADA)
                    .setSign(false)
                    .call()
                    .name();
            push(new RefSpec("HEAD:refs/heads/main"));
            return commit;
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    /** Takes what others have pushed; what was not pushed is lost. */
    public GitClone pull() throws IOException {
        try {
            git.fetch().setRemote("origin").setCredentialsProvider(CREDENTIALS).call();
            git.reset()
                    .setMode(ResetCommand.ResetType.HARD)
                    .setRef("refs/remotes/origin/main")
                    .call();
            return this;
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    public GitClone replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (!text.contains(from)) {
            throw new IllegalArgumentException("'" + from + "' is not in " + file + ":\n" + text);
        }
        return write(file, text.replace(from, to));
    }

    public void tag(String name) throws IOException {
        try {
            git.tag()
                    .setName(name)
                    .setMessage(name)
                    .setTagger(ADA)
                    .setSigned(false)
                    .call();
            push(new RefSpec("refs/tags/" + name));
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    private void push(RefSpec spec) throws GitAPIException {
        git.push()
                .setRemote("origin")
                .setRefSpecs(spec)
                .setCredentialsProvider(CREDENTIALS)
                .call();
    }
}
