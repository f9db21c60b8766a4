package dev.fluxlab.forge.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** No pushed commit may hold a symbolic link that leads out of the tree: whoever checks it out would follow it. */
final class LinkRules {

    private static final int MAX_TARGET = 4096;

    private final Repository git;

    LinkRules(Repository git) {
        this.git = git;
    }

    void check(RefChange change) throws IOException, PushRefused {
        if (change.isDelete()) {
            return;
        }
        try (RevWalk walk = new RevWalk(git)) {
            RevObject tip = walk.peel(walk.parseAny(change.after()));
            if (!(tip instanceof RevCommit commit)) {
                return;
            }
            walk.markStart(commit);
            for (Ref known : git.getRefDatabase().getRefs()) {
                hide(walk, known);
            }
            for (RevCommit pushed : walk) {
                checkCommit(walk, pushed);
            }
        }
    }

    private static void hide(RevWalk walk, Ref known) throws IOException {
        ObjectId id = known.getObjectId();
        if (id != null && walk.peel(walk.parseAny(id)) instanceof RevCommit commit) {
            walk.markUninteresting(commit);
        }
    }

    private void checkCommit(RevWalk walk, RevCommit commit) throws IOException, PushRefused {
        try (TreeWalk tree = new TreeWalk(git)) {
            tree.setRecursive(true);
            tree.addTree(commit.getTree());
            for (RevCommit parent : commit.getParents()) {
                tree.addTree(walk.parseCommit(parent).getTree());
            }
            tree.setFilter(commit.getParentCount() == 0 ? TreeFilter.ALL : TreeFilter.ANY_DIFF);
            while (tree.next()) {
                if (tree.getFileMode(0).equals(FileMode.SYMLINK)) {
                    checkLink(tree.getPathString(), tree.getObjectId(0));
                }
            }
        }
    }

    private void checkLink(String path, ObjectId blob) throws IOException, PushRefused {
        byte[] content = git.open(blob, Constants.OBJ_BLOB).getCachedBytes(MAX_TARGET);
        String target = new String(content, StandardCharsets.UTF_8);
        if (escapes(path, target)) {
            throw PushRefused.escaping(path, target);
        }
    }

    static boolean escapes(String path, String target) {
        if (target.startsWith("/") || target.contains("\0")) {
            return true;
        }
        Path resolved = Path.of("/root", path).resolveSibling(target).normalize();
        return !resolved.startsWith("/root");
    }
}
