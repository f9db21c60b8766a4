package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.world.view.Actions;
import java.util.List;
import java.util.Optional;

/** {@code gh release}. */
record GhReleases(Actions actions, String repository, Console console) {

    int list() {
        List<Json> releases = actions.releases(repository);
        if (releases.isEmpty()) {
            console.note("no releases found");
            return 0;
        }
        Columns columns = new Columns("  ").add(List.of("TITLE", "TAG NAME", "PUBLISHED"));
        releases.forEach(release ->
                columns.add(List.of(title(release), release.text("tag_name"), release.text("published_at"))));
        console.print(columns.print());
        return 0;
    }

    int view(Optional<String> tag) {
        Json release = actions.releases(repository).stream()
                .filter(each -> tag.isEmpty() || each.text("tag_name").equals(tag.get()))
                .findFirst()
                .orElseThrow(() -> new ToolFailure(
                        1, tag.map(name -> "release not found: " + name).orElse("no releases found")));
        console.line(title(release));
        console.line("");
        console.line(release.text("body"));
        return 0;
    }

    private static String title(Json release) {
        return release.text("name").isEmpty() ? release.text("tag_name") : release.text("name");
    }
}
