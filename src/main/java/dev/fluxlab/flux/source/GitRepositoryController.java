package dev.fluxlab.flux.source;

import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.artifact.ArtifactStore;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import java.nio.file.Path;

/** Fetches Git repositories. */
public final class GitRepositoryController implements Controller<GitRepository> {

    private final ArtifactStore store;
    private final Path scratch;

    /**
     * A controller that keeps artifacts in the store.
     *
     * @param scratch a folder for what is being fetched
     */
    public GitRepositoryController(ArtifactStore store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    @Override
    public Class<GitRepository> kind() {
        return GitRepository.class;
    }

    @Override
    public String component() {
        return "source-controller";
    }

    @Override
    public boolean isSuspended(GitRepository repository) {
        return repository.getSpec().suspend();
    }

    @Override
    public Outcome reconcile(Run<GitRepository> run) {
        SourceFrame<GitRepository> frame = new SourceFrame<>(run, store);
        GitFetch fetch = new GitFetch(run, frame, scratch);
        return frame.run(GoDuration.parse(run.resource().getSpec().interval()), fetch::make);
    }

    @Override
    public Outcome delete(Run<GitRepository> run) {
        return SourceFrame.remove(run, store);
    }
}
