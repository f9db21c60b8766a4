package dev.fluxlab.flux.image;

import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.api.ImagePolicy;
import dev.fluxlab.flux.api.ImageRef;
import dev.fluxlab.flux.api.ImageUpdateAutomation;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec.SourceRef;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Trigger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes elected images into Git. */
final class ImageUpdateAutomationController implements Controller<ImageUpdateAutomation> {

    private final ImageControllers.Options options;

    ImageUpdateAutomationController(ImageControllers.Options options) {
        this.options = options;
    }

    @Override
    public Class<ImageUpdateAutomation> kind() {
        return ImageUpdateAutomation.class;
    }

    @Override
    public String component() {
        return "image-automation-controller";
    }

    @Override
    public boolean isSuspended(ImageUpdateAutomation automation) {
        return automation.getSpec().suspend();
    }

    /** Unlike the others, a suspended automation does not even note a request as seen. */
    @Override
    public void suspended(Run<ImageUpdateAutomation> run) {
        run.observedIfSettled();
        run.save();
    }

    @Override
    public List<Trigger<?, ImageUpdateAutomation>> triggers() {
        return List.of(
                Trigger.onUpdate(
                        GitRepository.class,
                        (before, now) -> !Objects.equals(
                                before.getMetadata().getGeneration(),
                                now.getMetadata().getGeneration()),
                        ImageUpdateAutomationController::writesTo),
                Trigger.onUpdate(
                        ImagePolicy.class,
                        (before, now) -> latest(now).isPresent() && !latest(now).equals(latest(before)),
                        (policy, automation) -> policy.getMetadata()
                                .getNamespace()
                                .equals(automation.getMetadata().getNamespace())));
    }

    private static Optional<ImageRef> latest(ImagePolicy policy) {
        return Optional.ofNullable(policy.getStatus()).map(status -> status.latestRef());
    }

    private static boolean writesTo(GitRepository repository, ImageUpdateAutomation automation) {
        SourceRef ref = automation.getSpec().sourceRef();
        String namespace = ref.namespace().isEmpty() ? automation.getMetadata().getNamespace() : ref.namespace();
        return repository.path().equals(namespace + "/" + ref.name());
    }

    @Override
    public Outcome reconcile(Run<ImageUpdateAutomation> run) {
        return new AutomationRun(run, options).reconcile();
    }
}
