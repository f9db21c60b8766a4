package dev.fluxlab.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The repository that a tool speaks of: the one named, or the one whose clone it was called in. */
record CurrentRepository(Path folder) {

    String name(Optional<String> named) {
        String full = named.orElseGet(this::remote);
        String last = full.substring(full.lastIndexOf('/') + 1);
        return last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last;
    }

    private String remote() {
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
            if (builder.getGitDir() == null) {
                throw notHere();
            }
            try (Repository repository = builder.build()) {
                return Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url"))
                        .orElseThrow(this::notHere);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the clone at " + folder, e);
        }
    }

    private ToolFailure notHere() {
        return new ToolFailure(
                1, folder + " is no clone of a repository; go into one (cd backend) or name it (--repo acme/backend)");
    }
}
