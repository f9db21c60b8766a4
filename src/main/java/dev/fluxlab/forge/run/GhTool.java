package dev.fluxlab.forge.run;

import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** gh, as far as the lab's workflows go: release create, view and list. */
final class GhTool implements Tool {

    static final Set<String> FLAGS = Set.of("--prerelease", "-p", "--latest", "--verify-tag");
    private static final Set<String> OPTIONS = Set.of(
            "--title",
            "-t",
            "--notes",
            "-n",
            "--notes-file",
            "-F",
            "--target",
            "--prerelease",
            "-p",
            "--latest",
            "-R",
            "--repo",
            "--verify-tag");

    private final ReleaseStore releases;
    private final ReleaseAction publisher;

    GhTool(ReleaseStore releases) {
        this.releases = releases;
        this.publisher = new ReleaseAction(releases);
    }

    @Override
    public String run(Call call) throws IOException, StepFailed {
        call.allow("gh", OPTIONS);
        if (!call.word(0).equals("release")) {
            throw new StepFailed("unknown command \"" + call.word(0) + "\" for \"gh\"; the lab's gh in workflows knows"
                    + " release create, view and list");
        }
        return switch (call.word(1)) {
            case "create" -> create(call);
            case "view" -> JsonText.pretty(find(call).json()) + "\n";
            case "list" -> list(releases.list(call.job().repository()));
            default -> throw new StepFailed("unknown command \"" + call.word(1) + "\" for \"gh release\"");
        };
    }

    private String create(Call call) throws IOException, StepFailed {
        String tag = call.word(2);
        String commit = call.option("--target").orElse(call.job().run().origin().sha());
        boolean pre = call.option("--prerelease", "-p").isPresent();
        String title = call.option("--title", "-t").orElse(tag);
        publisher.publish(call.job(), new ReleaseStore.Draft(tag, title, notes(call), commit, pre));
        return call.job().run().repository() + "/releases/tag/" + tag + "\n";
    }

    private static String notes(Call call) throws IOException, StepFailed {
        String file = call.option("--notes-file", "-F").orElse("");
        if (file.isEmpty()) {
            return call.option("--notes", "-n").orElse("");
        }
        Path path = call.where().resolve(file).normalize();
        boolean inside = path.startsWith(call.job().workspace())
                || path.startsWith(call.job().folder("temp"));
        if (!inside || !Files.isRegularFile(path)) {
            throw new StepFailed("open " + file + ": no such file in the job's workspace");
        }
        return Files.readString(path);
    }

    private Release find(Call call) throws IOException, StepFailed {
        String tag = call.word(2);
        return releases.list(call.job().repository()).stream()
                .filter(release -> release.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new StepFailed("release not found"));
    }

    private static String list(List<Release> releases) {
        return releases.stream()
                .map(release -> release.name() + "\t" + (release.pre() ? "Pre-release" : "") + "\t" + release.tag()
                        + "\t" + release.createdAt() + "\n")
                .collect(Collectors.joining());
    }
}
