package dev.fluxlab.flux.source;

import dev.fluxlab.flux.api.OCIRepository;
import dev.fluxlab.flux.artifact.ArtifactStore;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import java.nio.file.Path;

/** Fetches OCI artifacts. */
public final class OciRepositoryController implements Controller<OCIRepository> {

    private final ArtifactStore store;
    private final Path scratch;

    /**
     * A controller that keeps artifacts in the store.
     *
     * @param scratch a folder for what is being fetched
     */
    public OciRepositoryController(ArtifactStore store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    @Override
    public Class<OCIRepository> kind() {
        return OCIRepository.class;
    }

    @Override
    public String component() {
        return "source-controller";
    }

    @Override
    public boolean isSuspended(OCIRepository repository) {
        return repository.getSpec().suspend();
    }

    @Override
    public Outcome reconcile(Run<OCIRepository> run) {
        SourceFrame<OCIRepository> frame = new SourceFrame<>(run, store);
        OciFetch fetch = new OciFetch(run, frame, scratch);
        return frame.run(GoDuration.parse(run.resource().getSpec().interval()), () -> {
            Finding finding = fetch.make();
            run.put("url", frame.latest());
            return finding;
        });
    }

    @Override
    public Outcome delete(Run<OCIRepository> run) {
        return SourceFrame.remove(run, store);
    }
}
