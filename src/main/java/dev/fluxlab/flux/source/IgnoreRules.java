package dev.fluxlab.flux.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files of a source are left out of its artifact; of the patterns that match a file the last one counts. */
final class IgnoreRules {

    static final String FILE = ".sourceignore";

    private static final List<String> VERSION_CONTROL = List.of(".git/", ".gitignore", ".gitmodules", ".gitattributes");

    private static final List<String> UNLESS_OWN = List.of(
            "*.jpg",
            "*.jpeg",
            "*.gif",
            "*.png",
            "*.wmv",
            "*.flv",
            "*.tar.gz",
            "*.zip",
            ".github/",
            ".circleci/",
            ".travis.yml",
            ".gitlab-ci.yml",
            "appveyor.yml",
            ".drone.yml",
            "cloudbuild.yaml",
            "codeship-services.yml",
            "codeship-steps.yml",
            "**/.goreleaser.yml",
            "**/.sops.yaml",
            "**/.flux.yaml");

    private final List<IgnorePattern> patterns;

    private IgnoreRules(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** An ignore file of the source and the folder it is for. */
    record Listed(String folder, String text) {}

    /**
     * The rules of a source.
     *
     * @param files its ignore files, outer folders first
     * @param ignore the object's own patterns, which come last
     */
    static IgnoreRules of(List<Listed> files, String ignore) {
        List<IgnorePattern> own = new ArrayList<>();
        files.forEach(file -> own.addAll(parse(file.text(), file.folder())));
        own.addAll(parse(ignore, ""));
        List<IgnorePattern> all = new ArrayList<>(parse(String.join("\n", VERSION_CONTROL), ""));
        if (own.isEmpty()) {
            all.addAll(parse(String.join("\n", UNLESS_OWN), ""));
        }
        all.addAll(own);
        return new IgnoreRules(all);
    }

    private static List<IgnorePattern> parse(String text, String folder) {
        return text.lines()
                .map(line -> IgnorePattern.parse(line, folder))
                .flatMap(Optional::stream)
                .toList();
    }

    boolean excludes(String file) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            if (patterns.get(i).matches(file)) {
                return patterns.get(i).excludes();
            }
        }
        return false;
    }
}
