package dev.fluxlab.flux.image;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.ImagePolicy;
import dev.fluxlab.flux.api.ImagePolicySpec;
import dev.fluxlab.flux.api.ImagePolicySpec.Choice;
import dev.fluxlab.flux.api.ImagePolicySpec.DigestReflection;
import dev.fluxlab.flux.api.ImagePolicySpec.RepositoryRef;
import dev.fluxlab.flux.api.ImageRepository;
import dev.fluxlab.flux.api.ImageRepositoryStatus.ScanResult;
import dev.fluxlab.flux.oci.OciFailure;
import dev.fluxlab.flux.oci.OciRegistry;
import dev.fluxlab.flux.policy.ElectedImage;
import dev.fluxlab.flux.policy.ElectionException;
import dev.fluxlab.flux.policy.ImageName;
import dev.fluxlab.flux.policy.TagElection;
import dev.fluxlab.flux.policy.TagList;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Elects the latest of an image's tags. */
final class ImagePolicyController implements Controller<ImagePolicy> {

    private static final Duration DEPENDENCY_REQUEUE = Duration.ofSeconds(30);
    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(10);
    private static final String NOT_READY = "DependencyNotReady";
    private static final String REFERRED = "failed to get the referred ImageRepository: ";

    private final TagStore store;
    private final ImageControllers.Options options;

    ImagePolicyController(TagStore store, ImageControllers.Options options) {
        this.store = store;
        this.options = options;
    }

    @Override
    public Class<ImagePolicy> kind() {
        return ImagePolicy.class;
    }

    @Override
    public String component() {
        return ImageRepositoryController.COMPONENT;
    }

    @Override
    public boolean isSuspended(ImagePolicy policy) {
        return policy.getSpec().suspend();
    }

    @Override
    public List<Trigger<?, ImagePolicy>> triggers() {
        return List.of(new Trigger<>(
                ImageRepository.class, ImagePolicyController::hasNewTags, true, ImagePolicyController::refersTo));
    }

    private static boolean hasNewTags(ImageRepository before, ImageRepository now) {
        Optional<ScanResult> newer = scan(now);
        return newer.isPresent()
                && !newer.map(ScanResult::revision).equals(scan(before).map(ScanResult::revision));
    }

    private static Optional<ScanResult> scan(ImageRepository repository) {
        return Optional.ofNullable(repository.getStatus()).map(status -> status.lastScanResult());
    }

    private static boolean refersTo(ImageRepository repository, ImagePolicy policy) {
        RepositoryRef ref = policy.getSpec().imageRepositoryRef();
        return repository.path().equals(namespace(policy) + "/" + ref.name());
    }

    private static String namespace(ImagePolicy policy) {
        String named = policy.getSpec().imageRepositoryRef().namespace();
        return named.isEmpty() ? policy.getMetadata().getNamespace() : named;
    }

    @Override
    public Outcome reconcile(Run<ImagePolicy> run) {
        ImagePolicySpec spec = run.resource().getSpec();
        RunEnd<ImagePolicy> end = RunEnd.begin(run, false);
        if (spec.digestReflectionPolicy() == DigestReflection.ALWAYS
                && spec.interval().isEmpty()) {
            return end.stall(
                    "IntervalNotConfigured",
                    "spec.interval must be set when spec.digestReflectionPolicy is set to 'Always'");
        }
        RepositoryRef ref = spec.imageRepositoryRef();
        String namespace = namespace(run.resource());
        if (options.noCrossNamespaceRefs() && !namespace.equals(run.namespace())) {
            return end.fail(
                    "AccessDenied",
                    REFERRED + "cannot access 'ImageRepository/" + namespace + "/" + ref.name()
                            + "', cross-namespace references have been blocked");
        }
        Optional<Obj> repository = run.cluster().get(Address.of(ImageRepository.class, namespace, ref.name()));
        return repository
                .map(tree -> permitted(run, end, run.cluster().typed(tree, ImageRepository.class)))
                .orElseGet(() -> end.fail(
                        NOT_READY,
                        REFERRED
                                + "referenced ImageRepository does not exist: ImageRepository.image.toolkit.fluxcd.io \""
                                + ref.name() + "\" not found"));
    }

    private Outcome permitted(Run<ImagePolicy> run, RunEnd<ImagePolicy> end, ImageRepository repository) {
        Optional<String> denial = RepositoryAcl.denial(run.cluster(), repository, run.namespace());
        if (denial.isPresent()) {
            return end.fail("AccessDenied", REFERRED + "access denied: " + denial.get());
        }
        ImageName image;
        try {
            image = ImageName.parse(repository.getSpec().image());
        } catch (IllegalArgumentException e) {
            return end.stall("ImageURLInvalid", String.valueOf(e.getMessage()));
        }
        if (ImageRepositoryController.needsGate(repository.getSpec())) {
            return end.stall(
                    "FeatureGateDisabled",
                    "to use spec.serviceAccountName in the ImageRepository for provider authentication please enable "
                            + "the ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        try {
            return elect(run, end, repository, image);
        } catch (ElectionException e) {
            String message = String.valueOf(e.getMessage());
            return e.policyInvalid() ? end.stall("InvalidPolicy", message) : end.fail("Failure", message);
        }
    }

    private Outcome elect(Run<ImagePolicy> run, RunEnd<ImagePolicy> end, ImageRepository repository, ImageName image) {
        ImagePolicySpec spec = run.resource().getSpec();
        TagElection election = election(spec.policy());
        TagList tags = store.get(image.canonical());
        if (tags.isEmpty()) {
            return end.await(
                    DEPENDENCY_REQUEUE,
                    NOT_READY,
                    "retrying in " + GoDuration.print(DEPENDENCY_REQUEUE) + " error: no tags in database");
        }
        String tag = spec.filterTags() == null
                ? election.latest(tags)
                : election.latest(
                        tags, spec.filterTags().pattern(), spec.filterTags().extract());
        String name = repository.getSpec().image();
        try {
            ElectedImage elected = new ElectedImage(name, tag, digest(run, repository, image, tag));
            return reflect(run, end, elected);
        } catch (OciFailure e) {
            String reference = name + ":" + tag;
            return end.fail(
                    "Failed",
                    "failed fetching digest of " + reference + ": failed fetching descriptor for \"" + reference
                            + "\": " + e.getMessage());
        } catch (AccessFailure e) {
            return end.fail(
                    "Failed",
                    "failed fetching digest of " + name + ":" + tag + ": failed to configure authentication options: "
                            + e.getMessage());
        }
    }

    private static TagElection election(Choice choice) {
        if (choice.semver() != null) {
            return TagElection.semver(choice.semver().range());
        }
        if (choice.alphabetical() != null) {
            return TagElection.alphabetical(order(choice.alphabetical()));
        }
        if (choice.numerical() != null) {
            return TagElection.numerical(order(choice.numerical()));
        }
        throw TagElection.withoutOrder();
    }

    private static String order(Choice.Ordering ordering) {
        return ordering.order() == Choice.Order.DESCENDING ? "desc" : "asc";
    }

    private static String digest(Run<ImagePolicy> run, ImageRepository repository, ImageName image, String tag) {
        DigestReflection reflection = run.resource().getSpec().digestReflectionPolicy();
        if (reflection == DigestReflection.NEVER) {
            return "";
        }
        ElectedImage latest = ElectedImage.of(run.status().obj("latestRef"));
        boolean same = latest.name().equals(repository.getSpec().image())
                && latest.tag().equals(tag)
                && !latest.digest().isEmpty();
        if (reflection == DigestReflection.IF_NOT_PRESENT && same) {
            return latest.digest();
        }
        return new OciRegistry(image, new RepositoryAccess(run.cluster(), repository).secure(image)).digest(tag);
    }

    private static Outcome reflect(Run<ImagePolicy> run, RunEnd<ImagePolicy> end, ElectedImage elected) {
        Optional<ElectedImage> latest = image(run, "latestRef");
        if (latest.isPresent() && !latest.get().equals(elected)) {
            run.put("observedPreviousRef", json(latest.get()));
        }
        run.put("latestRef", json(elected));
        String message = elected.readyMessage(image(run, "observedPreviousRef"));
        end.succeed(message, message);
        if (run.resource().getSpec().digestReflectionPolicy() != DigestReflection.ALWAYS) {
            return Outcome.done();
        }
        Duration interval = GoDuration.parse(run.resource().getSpec().interval());
        return Outcome.again(interval.isZero() ? DEFAULT_INTERVAL : interval);
    }

    private static Optional<ElectedImage> image(Run<ImagePolicy> run, String field) {
        return run.statusObject(field).map(ElectedImage::of);
    }

    static Json json(ElectedImage image) {
        Obj.Builder ref = Obj.builder();
        if (!image.digest().isEmpty()) {
            ref.put("digest", image.digest());
        }
        return ref.put("name", image.name()).put("tag", image.tag()).build();
    }
}
