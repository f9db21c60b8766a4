package dev.fluxlab.flux.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Commits, newest first, as text that two histories can be compared by: who, message, changed lines. */
final class RecordedCommit {

    private static final Pattern HEADER = Pattern.compile("[^<>|+-][^<>|]* <[^>]*> \\| [^<>|]* <[^>]*>");

    private RecordedCommit() {}

    static List<String> read(Path log) throws Exception {
        List<String> commits = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (HEADER.matcher(line).matches()) {
                commits.add(line);
            } else if (counts(line)) {
                commits.set(commits.size() - 1, commits.get(commits.size() - 1) + "\n" + line);
            }
        }
        return commits;
    }

    static List<String> of(ImageWorld world, String repository) throws Exception {
        List<String> commits = new ArrayList<>();
        Repository git = world.repository(repository);
        try (RevWalk walk = new RevWalk(git)) {
            walk.markStart(walk.parseCommit(git.resolve("refs/heads/main")));
            for (RevCommit commit : walk) {
                commits.add(told(git, commit).replace(world.registry(), FleetImagesGoldenTest.RECORDED_REGISTRY));
            }
        }
        return commits;
    }

    private static String told(Repository git, RevCommit commit) throws Exception {
        StringBuilder told = new StringBuilder(who(commit.getAuthorIdent()) + " | " + who(commit.getCommitterIdent()));
        String text = commit.getFullMessage() + "\n" + diff(git, commit);
        text.lines().filter(RecordedCommit::counts).forEach(line -> told.append('\n')
                .append(line));
        return told.toString();
    }

    private static String who(PersonIdent ident) {
        return ident.getName() + " <" + ident.getEmailAddress() + ">";
    }

    private static String diff(Repository git, RevCommit commit) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setRepository(git);
            formatter.format(commit.getParentCount() == 0 ? null : commit.getParent(0), commit);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    // Blank lines, places and blob ids say nothing that the changed lines do not.
    private static boolean counts(String line) {
        return !line.isBlank() && !line.startsWith("index ") && !line.startsWith("@@");
    }
}
