package dev.fluxlab.forge.run;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.registry.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;

/** The releases of repositories, kept beside their objects. A release is written once and tags its commit. */
public final class ReleaseStore {

    private static final String FILE = "releases.json";

    private final InstantSource time;

    public ReleaseStore(InstantSource time) {
        this.time = time;
    }

    /** What a release is to be; an empty commit stands for the default branch. */
    public record Draft(String tag, String name, String body, String commit, boolean pre) {}

    /** The releases of a repository, newest first. */
    public List<Release> list(HostedRepository repository) throws IOException {
        Path file = file(repository);
        if (!Files.exists(file)) {
            return List.of();
        }
        return JsonText.read(Files.readAllBytes(file)).items("releases").stream()
                .map(Release::read)
                .toList();
    }

    /**
     * Publishes a release, and tags its commit unless the tag is there.
     *
     * @throws IllegalArgumentException when the tag has a release, or there is no such commit
     */
    public synchronized Release publish(HostedRepository repository, Draft draft, String author) throws IOException {
        List<Release> before = list(repository);
        if (before.stream().anyMatch(release -> release.tag().equals(draft.tag()))) {
            throw new IllegalArgumentException("a release with the same tag name already exists: " + draft.tag());
        }
        ObjectId commit = tag(repository, draft);
        String now = time.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String name = draft.name().isEmpty() ? draft.tag() : draft.name();
        Release release = new Release(
                before.size() + 1L, draft.tag(), name, draft.body(), commit.name(), author, now, draft.pre());
        List<Json> all = new ArrayList<>(List.of(release.json()));
        before.forEach(each -> all.add(each.json()));
        DurableFile.write(file(repository), JsonText.bytes(dev.fluxlab.document.Obj.of("releases", new Arr(all))));
        return release;
    }

    private static ObjectId tag(HostedRepository repository, Draft draft) throws IOException {
        String name = Constants.R_TAGS + draft.tag();
        if (!org.eclipse.jgit.lib.Repository.isValidRefName(name)) {
            throw new IllegalArgumentException("\"" + draft.tag() + "\" is no name of a tag");
        }
        ObjectId known = repository.git().resolve(name + "^{commit}");
        if (known != null) {
            return known;
        }
        String target = draft.commit().isEmpty() ? repository.settings().defaultBranch() : draft.commit();
        ObjectId commit = repository.git().resolve(target + "^{commit}");
        if (commit == null) {
            throw new IllegalArgumentException("there is no commit or branch \"" + target + "\" to tag");
        }
        RefUpdate update = repository.git().updateRef(name);
        update.setNewObjectId(commit);
        update.update();
        return commit;
    }

    private static Path file(HostedRepository repository) {
        return repository.git().getDirectory().toPath().resolve(FILE);
    }
}
