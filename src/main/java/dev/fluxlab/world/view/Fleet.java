package dev.fluxlab.world.view;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fleet repository: where Git says what runs, and who wrote it. */
public final class Fleet {

    /** The author of commits that Flux's image automation makes. */
    public static final String BOT = "fluxcdbot";

    private static final String BRANCH = "main";
    private static final Pattern NEW_TAG = Pattern.compile("^\\s*newTag:\\s*[\"']?([^\\s\"'#]+)[\"']?\\s*(#.*)?$");

    private final History history;

    public Fleet(History history) {
        this.history = history;
    }

    public History history() {
        return history;
    }

    /** A tag as Git has it: the file and line it stands on, and whether a marker lets the automation change it. */
    public record TagInGit(String file, int line, String tag, boolean marked) {}

    /** The tag that main has for an application in an environment. */
    public Optional<TagInGit> tag(String environment, String app) {
        return tag(BRANCH, environment, app);
    }

    public Optional<TagInGit> tag(String revision, String environment, String app) {
        return history.files(revision).stream()
                .filter(file -> isOf(file, environment, app) && file.endsWith("kustomization.yaml"))
                .flatMap(file -> history.file(revision, file).flatMap(text -> tagIn(file, text)).stream())
                .findFirst();
    }

    private static boolean isOf(String file, String environment, String app) {
        return file.contains("/" + app + "/") && file.contains("/" + environment + "/");
    }

    private static Optional<TagInGit> tagIn(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = NEW_TAG.matcher(lines.get(i));
            if (matcher.matches()) {
                boolean marked = matcher.group(2) != null && matcher.group(2).contains("$imagepolicy");
                return Optional.of(new TagInGit(file, i + 1, matcher.group(1), marked));
            }
        }
        return Optional.empty();
    }

    /** The folder of an application in an environment, as its image policy's file has it. */
    public Optional<String> folder(String environment, String app) {
        return history.files(BRANCH).stream()
                .filter(file -> isOf(file, environment, app) && file.endsWith("image-policy.yaml"))
                .map(file -> file.substring(0, file.lastIndexOf('/')))
                .findFirst();
    }

    /** The commit that wrote the tag main has now, or had at some time: the newest that added a line with it. */
    public Optional<Commit> writerOf(String tag, TagInGit where) {
        return history.log(BRANCH, where.file()).stream()
                .filter(commit -> history.changes(commit.sha()).stream()
                        .anyMatch(change -> change.added()
                                && change.file().equals(where.file())
                                && change.text().contains(tag)))
                .findFirst();
    }

    /** The commits of main, newest first. */
    public List<Commit> log() {
        return history.log(BRANCH);
    }

    /** Whether a commit was made by Flux's image automation. */
    public static boolean isByFlux(Commit commit) {
        return commit.author().equals(BOT);
    }
}
