package dev.fluxlab.flux.source;

import dev.fluxlab.flux.artifact.Tarball;
import dev.fluxlab.flux.git.GitCopy;
import dev.fluxlab.flux.git.GitCopy.TreeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A commit's files as they are packed: without what the ignore rules leave out. */
final class GitTree {

    private GitTree() {}

    static List<Tarball.Member> members(GitCopy copy, String commit, String ignore) throws IOException {
        List<TreeFile> files = copy.files(commit);
        IgnoreRules rules = rules(files, ignore);
        List<Tarball.Member> members = new ArrayList<>();
        for (TreeFile file : files) {
            if (!rules.excludes(file.path())) {
                members.add(new Tarball.Member(file.path(), file.isExecutable(), file.size(), file::copyTo));
            }
        }
        return members;
    }

    private static IgnoreRules rules(List<TreeFile> files, String ignore) throws IOException {
        List<IgnoreRules.Listed> listed = new ArrayList<>();
        for (TreeFile file : files.stream()
                .filter(file ->
                        file.path().equals(IgnoreRules.FILE) || file.path().endsWith("/" + IgnoreRules.FILE))
                .sorted(Comparator.comparingInt(file -> file.path().length()))
                .toList()) {
            int slash = file.path().lastIndexOf('/');
            String folder = slash < 0 ? "" : file.path().substring(0, slash);
            listed.add(new IgnoreRules.Listed(folder, new String(file.bytes(), StandardCharsets.UTF_8)));
        }
        return IgnoreRules.of(listed, ignore);
    }
}
