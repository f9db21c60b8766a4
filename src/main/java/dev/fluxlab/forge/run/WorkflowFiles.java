package dev.fluxlab.forge.run;

import dev.fluxlab.forge.git.HostedRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/** Reads what a commit says about workflows. */
final class WorkflowFiles {

    static final String FOLDER = ".github/workflows";

    private final Repository git;

    WorkflowFiles(HostedRepository repository) {
        this.git = repository.git();
    }

    /** The texts of the workflow files at a commit, by path. */
    Map<String, String> at(ObjectId commit) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (RevWalk walk = new RevWalk(git);
                TreeWalk tree = new TreeWalk(git)) {
            tree.addTree(walk.parseCommit(commit).getTree());
            tree.setRecursive(true);
            tree.setFilter(PathFilter.create(FOLDER));
            while (tree.next()) {
                String path = tree.getPathString();
                if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                    byte[] content = git.open(tree.getObjectId(0)).getBytes();
                    files.put(path, new String(content, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    /** The paths that differ between two commits; all of them when the first is none. */
    Set<String> changed(ObjectId before, ObjectId after) throws IOException {
        Set<String> paths = new HashSet<>();
        try (RevWalk walk = new RevWalk(git);
                DiffFormatter diff = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
            diff.setRepository(git);
            RevCommit to = walk.parseCommit(after);
            boolean first = before.equals(ObjectId.zeroId());
            for (DiffEntry entry :
                    diff.scan(first ? null : walk.parseCommit(before).getTree(), to.getTree())) {
                paths.add(entry.getOldPath());
                paths.add(entry.getNewPath());
            }
        }
        return paths;
    }
}
