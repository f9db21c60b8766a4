package dev.fluxlab.world;

import dev.fluxlab.world.view.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Fills a repository of the forge with the files a learner starts from, by a push like any other. */
final class RepositorySeed {

    private static final String AUTHOR = "platform-team";

    private final Path scratch;
    private final Login login;

    RepositorySeed(Path scratch, Login login) {
        this.scratch = scratch;
        this.login = login;
    }

    /** Pushes the files of a folder to branches; placeholders in YAML files are replaced. */
    void push(Path files, URI url, List<String> branches, Map<String, String> replacements) {
        Path work = scratch.resolve("seed-" + files.getFileName());
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            Files.walkFileTree(files, new Copy(files, work, replacements));
            git.add().addFilepattern(".").call();
            PersonIdent author = new PersonIdent(AUTHOR, AUTHOR + "@fluxlab.dev");
            git.commit()
                    .setMessage("chore: begin")
                    .setAuthor(author)
                    .setCommitter(author)
                    .call();
            push(git, url, branches);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fill the repository " + url + " from " + files, e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot fill the repository " + url + ": " + e.getMessage(), e);
        }
    }

    private void push(Git git, URI url, List<String> branches) throws GitAPIException {
        Iterable<PushResult> results = git.push()
                .setRemote(url.toString())
                .setRefSpecs(branches.stream()
                        .map(branch -> new RefSpec("HEAD:refs/heads/" + branch))
                        .toList())
                .setCredentialsProvider(new UsernamePasswordCredentialsProvider(login.user(), login.password()))
                .call();
        for (PushResult result : results) {
            Optional<RemoteRefUpdate> refused = result.getRemoteUpdates().stream()
                    .filter(update -> update.getStatus() != RemoteRefUpdate.Status.OK)
                    .findFirst();
            if (refused.isPresent()) {
                throw new IllegalStateException("the forge refused " + refused.get());
            }
        }
    }

    /** Copies a tree, keeping which files may be executed. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final Map<String, String> replacements;

        Copy(Path from, Path to, Map<String, String> replacements) {
            this.from = from;
            this.to = to;
            this.replacements = replacements;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path target = to.resolve(from.relativize(file));
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            if (file.toString().endsWith(".yaml") && !replacements.isEmpty()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> replacement : replacements.entrySet()) {
                    text = text.replace(replacement.getKey(), replacement.getValue());
                }
                Files.writeString(target, text);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
