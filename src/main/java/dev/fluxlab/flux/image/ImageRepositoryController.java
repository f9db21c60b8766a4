package dev.fluxlab.flux.image;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.ImageRepository;
import dev.fluxlab.flux.api.ImageRepositorySpec;
import dev.fluxlab.flux.oci.OciFailure;
import dev.fluxlab.flux.oci.OciRegistry;
import dev.fluxlab.flux.oci.RegistryAccess;
import dev.fluxlab.flux.policy.ImageName;
import dev.fluxlab.flux.policy.TagList;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Scans an image's tags. */
final class ImageRepositoryController implements Controller<ImageRepository> {

    static final String COMPONENT = "image-reflector-controller";

    private final TagStore store;

    ImageRepositoryController(TagStore store) {
        this.store = store;
    }

    @Override
    public Class<ImageRepository> kind() {
        return ImageRepository.class;
    }

    @Override
    public String component() {
        return COMPONENT;
    }

    @Override
    public boolean isSuspended(ImageRepository repository) {
        return repository.getSpec().suspend();
    }

    @Override
    public Outcome reconcile(Run<ImageRepository> run) {
        RunEnd<ImageRepository> end = RunEnd.begin(run, true);
        if (needsGate(run.resource().getSpec())) {
            return end.stall(
                    "FeatureGateDisabled",
                    "to use spec.serviceAccountName for provider authentication please enable the "
                            + "ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        try {
            ImageName image = ImageName.parse(run.resource().getSpec().image());
            return authenticated(run, end, image);
        } catch (IllegalArgumentException e) {
            return end.stall("ImageURLInvalid", String.valueOf(e.getMessage()));
        }
    }

    static boolean needsGate(ImageRepositorySpec spec) {
        return spec.provider() != ImageRepositorySpec.Provider.GENERIC
                && !spec.serviceAccountName().isEmpty();
    }

    private Outcome authenticated(Run<ImageRepository> run, RunEnd<ImageRepository> end, ImageName image) {
        try {
            RegistryAccess access = new RepositoryAccess(run.cluster(), run.resource()).of(image);
            return scan(run, end, new OciRegistry(image, access), image.canonical());
        } catch (AccessFailure e) {
            return end.fail("AuthenticationFailed", "failed to configure authentication options: " + e.getMessage());
        }
    }

    private Outcome scan(
            Run<ImageRepository> run, RunEnd<ImageRepository> end, OciRegistry registry, String canonical) {
        ScanDecision decision = ScanDecision.of(run, canonical, store.get(canonical));
        String before = run.status().text("lastScanResult", "revision");
        if (decision.reason().isPresent()) {
            String reason = decision.reason().get();
            run.conditions().progress(reason.equals(ScanDecision.EMPTY_STORE), "scanning: " + reason);
            run.save();
            try {
                keep(run, canonical, TagList.excluding(registry.tags(), ScanDecision.exclusions(run)));
            } catch (OciFailure | IllegalArgumentException e) {
                return end.fail("ReadOperationFailed", "scan failed: " + e.getMessage());
            }
        }
        run.put("canonicalImageName", canonical);
        run.put("observedExclusionList", Arr.ofTexts(ScanDecision.exclusions(run)));
        end.succeed(readyMessage(run), trace(run, decision, before));
        return next(decision.next());
    }

    private void keep(Run<ImageRepository> run, String canonical, TagList tags) {
        store.put(canonical, tags);
        Obj.Builder result = Obj.builder();
        if (!tags.isEmpty()) {
            result.put("latestTags", Arr.ofTexts(tags.latest()));
        }
        run.put(
                "lastScanResult",
                result.put("revision", tags.revision())
                        .put(
                                "scanTime",
                                run.now().truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("tagCount", tags.tags().size())
                        .build());
    }

    private static String readyMessage(Run<ImageRepository> run) {
        Obj result = run.status().obj("lastScanResult");
        return "successful scan: found " + result.at("tagCount").orElseThrow() + " tags with checksum "
                + result.text("revision");
    }

    private static String trace(Run<ImageRepository> run, ScanDecision decision, String before) {
        String next = ", next scan in " + GoDuration.print(decision.next());
        if (decision.reason().isEmpty()) {
            return "no change in repository configuration since last scan" + next;
        }
        boolean same = before.equals(run.status().text("lastScanResult", "revision"));
        return (same ? "tags did not change" : "successful scan") + next;
    }

    static Outcome next(Duration delay) {
        return delay.isZero() ? Outcome.done() : Outcome.again(delay);
    }
}
