package dev.fluxlab.flux.git;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What was fetched, on disk until it is closed. */
public final class GitCopy implements AutoCloseable {

    private final Repository repository;
    private final Path folder;

    GitCopy(Repository repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** The repository itself, for those who commit. */
    public Repository repository() {
        return repository;
    }

    /** A file of a commit. */
    public final class TreeFile {

        private final String path;
        private final ObjectId id;
        private final boolean executable;

        private TreeFile(String path, ObjectId id, boolean executable) {
            this.path = path;
            this.id = id;
            this.executable = executable;
        }

        public String path() {
            return path;
        }

        public boolean isExecutable() {
            return executable;
        }

        public long size() throws IOException {
            return repository.open(id).getSize();
        }

        public void copyTo(OutputStream out) throws IOException {
            repository.open(id).copyTo(out);
        }

        public byte[] bytes() throws IOException {
            return repository.open(id).getBytes();
        }
    }

    /** The regular files of a commit; links and submodules are left out. */
    public List<TreeFile> files(String commit) throws IOException {
        List<TreeFile> files = new ArrayList<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(ObjectId.fromString(commit)).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                FileMode mode = walk.getFileMode();
                if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
                    files.add(
                            new TreeFile(walk.getPathString(), walk.getObjectId(0), mode == FileMode.EXECUTABLE_FILE));
                }
            }
        }
        return files;
    }

    /** The first line of the commit's message. */
    public String subject(String commit) throws IOException {
        return commit(commit).getFullMessage().lines().findFirst().orElse("");
    }

    public boolean has(String commit) throws IOException {
        try {
            return commit(commit) != null;
        } catch (MissingObjectException e) {
            return false;
        }
    }

    private RevCommit commit(String commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(commit));
        }
    }

    /** Removes it from disk. */
    @Override
    public void close() {
        repository.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the copy at " + folder, e);
        }
    }
}
