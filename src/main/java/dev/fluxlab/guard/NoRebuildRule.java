package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The workflow that promotes to production gives an image a further tag; it builds nothing. */
final class NoRebuildRule implements Rule {

    private static final Pattern BUILDS = Pattern.compile(
            "(docker(?:/|\\s+(?:buildx\\s+|image\\s+)?)build(?:-push-action|\\b)"
                    + "|\\b(?:podman|buildah|nerdctl)\\s+(?:build|bud)\\b|\\bkaniko\\b|\\bko\\s+(?:build|publish)\\b"
                    + "|\\bpack\\s+build\\b|\\bjib:(?:build|dockerBuild)\\b|\\bmvn\\b.*\\b(?:package|install|verify|deploy)\\b"
                    + "|\\bgradlew?\\b.*\\bbuild\\b|\\bnpm\\s+run\\s+build\\b|\\bgo\\s+build\\b|\\bmake\\s+(?:build|image)\\b)");

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.files().stream()
                .filter(SourceFile::isWorkflow)
                .filter(NoRebuildRule::promotes)
                .forEach(workflow -> lines(workflow, findings));
    }

    private static boolean promotes(SourceFile workflow) {
        String name = workflow.path().substring(workflow.path().lastIndexOf('/') + 1);
        return name.contains("promot") || workflow.text().contains("production-v");
    }

    private static void lines(SourceFile workflow, Findings findings) {
        List<String> lines = workflow.lines();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).replaceFirst("(^|\\s)#.*", "");
            Matcher build = BUILDS.matcher(code);
            if (build.find()) {
                findings.error(
                        RuleId.NO_REBUILD,
                        new Place(workflow.path(), i + 1),
                        new Message(
                                "the promotion builds: " + build.group().strip(),
                                "a rebuild is another image than the one staging tested, whatever its tag says",
                                "retag the digest that staging runs: crane tag IMAGE@sha256:… production-v…"));
            }
        }
    }
}
