package dev.fluxlab.world.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LogCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A repository's history, fetched over the forge's URL each time it is looked at. */
public final class History {

    private final Path cache;
    private final URI url;
    private final Login login;

    /**
     * A history kept in a bare clone.
     *
     * @param cache folder of the clone; made when it is first looked at
     */
    public History(Path cache, URI url, Login login) {
        this.cache = cache;
        this.url = url;
        this.login = login;
    }

    public URI url() {
        return url;
    }

    /** The commits a branch has, newest first; none when there is no such branch. */
    public List<Commit> log(String branch) {
        return log(branch, "");
    }

    /** The commits of a branch that changed something below a path, newest first. */
    public List<Commit> log(String branch, String path) {
        return look("the log of " + branch, git -> {
            Optional<ObjectId> tip = resolve(git.getRepository(), branch);
            if (tip.isEmpty()) {
                return List.of();
            }
            LogCommand log = git.log().add(tip.get());
            List<Commit> commits = new ArrayList<>();
            for (RevCommit commit :
                    path.isEmpty() ? log.call() : log.addPath(path).call()) {
                commits.add(toCommit(commit));
            }
            return commits;
        });
    }

    /** The commit that a branch, tag or (possibly shortened) sha names. */
    public Optional<Commit> commit(String revision) {
        return look("commit " + revision, git -> {
            Optional<ObjectId> id = resolve(git.getRepository(), revision);
            try (RevWalk walk = new RevWalk(git.getRepository())) {
                return id.isEmpty() ? Optional.empty() : Optional.of(toCommit(walk.parseCommit(id.get())));
            }
        });
    }

    /** The text of a file at a revision. */
    public Optional<String> file(String revision, String path) {
        return look(path + " at " + revision, git -> {
            Repository repository = git.getRepository();
            Optional<ObjectId> id = resolve(repository, revision);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            try (RevWalk walk = new RevWalk(repository);
                    TreeWalk tree = TreeWalk.forPath(
                            repository, path, walk.parseCommit(id.get()).getTree())) {
                return tree == null ? Optional.empty() : Optional.of(text(repository, tree.getObjectId(0)));
            }
        });
    }

    /** The paths of all files at a revision. */
    public List<String> files(String revision) {
        return look("the files of " + revision, git -> {
            Repository repository = git.getRepository();
            List<String> paths = new ArrayList<>();
            Optional<ObjectId> id = resolve(repository, revision);
            if (id.isEmpty()) {
                return paths;
            }
            try (RevWalk walk = new RevWalk(repository);
                    TreeWalk tree = new TreeWalk(repository)) {
                tree.addTree(walk.parseCommit(id.get()).getTree());
                tree.setRecursive(true);
                while (tree.next()) {
                    paths.add(tree.getPathString());
                }
            }
            return paths;
        });
    }

    /** Writes the files of a revision into a folder. */
    public void export(String revision, Path folder) {
        look("the files of " + revision, git -> {
            Repository repository = git.getRepository();
            try (RevWalk walk = new RevWalk(repository);
                    TreeWalk tree = new TreeWalk(repository)) {
                tree.addTree(walk.parseCommit(resolve(repository, revision)
                                .orElseThrow(() -> new IOException("there is no revision " + revision)))
                        .getTree());
                tree.setRecursive(true);
                while (tree.next()) {
                    write(repository, tree, folder);
                }
            }
            return folder;
        });
    }

    private static void write(Repository repository, TreeWalk tree, Path folder) throws IOException {
        Path file = folder.resolve(tree.getPathString()).normalize();
        if (file.startsWith(folder)
                && tree.getFileMode(0) != FileMode.SYMLINK
                && tree.getFileMode(0) != FileMode.GITLINK) {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(
                    file,
                    repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getBytes());
        }
    }

    /** Whether the first revision is the second or one of its ancestors. */
    public boolean isReachable(String revision, String from) {
        return look(revision + " from " + from, git -> {
            Repository repository = git.getRepository();
            Optional<ObjectId> ancestor = resolve(repository, revision);
            Optional<ObjectId> tip = resolve(repository, from);
            try (RevWalk walk = new RevWalk(repository)) {
                return ancestor.isPresent()
                        && tip.isPresent()
                        && walk.isMergedInto(walk.parseCommit(ancestor.get()), walk.parseCommit(tip.get()));
            }
        });
    }

    /** The lines a commit changed against its first parent. */
    public List<LineChange> changes(String revision) {
        return look("the changes of " + revision, git -> {
            Repository repository = git.getRepository();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (RevWalk walk = new RevWalk(repository);
                    DiffFormatter formatter = new DiffFormatter(out)) {
                formatter.setRepository(repository);
                formatter.setContext(0);
                RevCommit commit = walk.parseCommit(resolve(repository, revision)
                        .orElseThrow(() -> new IOException("there is no revision " + revision)));
                ObjectId parent = commit.getParentCount() == 0
                        ? ObjectId.zeroId()
                        : walk.parseCommit(commit.getParent(0)).getTree();
                List<LineChange> changes = new ArrayList<>();
                for (DiffEntry entry :
                        formatter.scan(parent.equals(ObjectId.zeroId()) ? null : parent, commit.getTree())) {
                    out.reset();
                    formatter.format(entry);
                    changes.addAll(lines(entry, out.toString(StandardCharsets.UTF_8)));
                }
                return changes;
            }
        });
    }

    private static List<LineChange> lines(DiffEntry entry, String patch) {
        String file = entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
        return patch.lines()
                .filter(line -> (line.startsWith("+") && !line.startsWith("+++"))
                        || (line.startsWith("-") && !line.startsWith("---")))
                .map(line -> new LineChange(file, line.startsWith("+"), line.substring(1)))
                .toList();
    }

    private static String text(Repository repository, ObjectId blob) throws IOException {
        return new String(repository.open(blob, Constants.OBJ_BLOB).getBytes(), StandardCharsets.UTF_8);
    }

    private static Commit toCommit(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        List<String> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(parent.name());
        }
        return new Commit(
                commit.name(),
                author.getName(),
                author.getEmailAddress(),
                Instant.ofEpochSecond(commit.getCommitTime()),
                commit.getFullMessage(),
                parents);
    }

    private static Optional<ObjectId> resolve(Repository repository, String revision) throws IOException {
        ObjectId branch = repository.resolve("refs/heads/" + revision);
        return Optional.ofNullable(branch != null ? branch : repository.resolve(revision + "^{commit}"));
    }

    /** Something asked of the clone. */
    @FunctionalInterface
    private interface Look<T> {
        T at(Git git) throws IOException, GitAPIException;
    }

    private synchronized <T> T look(String asked, Look<T> look) {
        try (Repository repository = new FileRepositoryBuilder()
                        .setBare()
                        .setGitDir(cache.toFile())
                        .build();
                Git git = new Git(repository)) {
            if (!Files.exists(cache.resolve("HEAD"))) {
                repository.create(true);
            }
            fetch(git);
            return look.at(git);
        } catch (IOException | GitAPIException e) {
            throw new WorldUnreachable("the repository " + url, asked, e);
        }
    }

    private void fetch(Git git) throws GitAPIException {
        git.fetch()
                .setRemote(url.toString())
                .setCredentialsProvider(new UsernamePasswordCredentialsProvider(login.user(), login.password()))
                .setRefSpecs(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"))
                .setRemoveDeletedRefs(true)
                .setTimeout(20)
                .call();
    }
}
