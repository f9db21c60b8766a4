package dev.fluxlab.flux.source;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.OCIRepository;
import dev.fluxlab.flux.api.OCIRepositorySpec;
import dev.fluxlab.flux.api.OCIRepositorySpec.LayerSelector;
import dev.fluxlab.flux.oci.CosignVerifier;
import dev.fluxlab.flux.oci.DockerLogins;
import dev.fluxlab.flux.oci.Login;
import dev.fluxlab.flux.oci.OciFailure;
import dev.fluxlab.flux.oci.OciManifest;
import dev.fluxlab.flux.oci.OciRegistry;
import dev.fluxlab.flux.oci.RegistryAccess;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One look at an OCI repository: which artifact is meant, whether it is signed, and its layer when that is new. */
final class OciFetch {

    private static final String PULL_FAILED = "OCIArtifactPullFailed";

    private final Run<OCIRepository> run;
    private final SourceFrame<OCIRepository> frame;
    private final OCIRepositorySpec spec;
    private final Path scratch;

    OciFetch(Run<OCIRepository> run, SourceFrame<OCIRepository> frame, Path scratch) {
        this.run = run;
        this.frame = frame;
        this.spec = run.resource().getSpec();
        this.scratch = scratch;
    }

    Finding make() throws SourceFailure {
        OciUnsupported.refuse(spec);
        OciUrl url = OciUrl.parse(spec.url());
        OciRegistry repository = new OciRegistry(
                url.image(),
                new RegistryAccess(
                        login(url),
                        Optional.empty(),
                        Optional.empty(),
                        spec.insecure(),
                        GoDuration.parse(spec.timeout())));
        OciTarget target = OciTarget.find(spec, repository);
        OciManifest manifest = manifest(repository, target);
        String revision = target.revision(manifest.digest());
        boolean fresh = !revision.equals(stored().text("revision"));
        if (fresh) {
            frame.outdated("new revision '" + revision + "' for '" + url.repository() + target.suffix() + "'");
        }
        verify(repository, url, manifest.digest(), revision);
        if (fresh || !sameSettings()) {
            new OciLayer(repository, spec, scratch).store(manifest, revision, frame);
            observe();
        }
        frame.inStorage("stored artifact for digest '" + revision + "'");
        return Finding.upToDate(storedText(revision, manifest.annotations()), revision);
    }

    private Obj stored() {
        return run.statusObject("artifact").orElse(Obj.EMPTY);
    }

    private OciManifest manifest(OciRegistry repository, OciTarget target) throws SourceFailure {
        try {
            return repository.manifest(target.reference());
        } catch (OciFailure e) {
            throw SourceFailure.fetch(PULL_FAILED, "failed to determine artifact digest: " + e.getMessage());
        }
    }

    private String storedText(String revision, Map<String, String> annotations) {
        String source = annotations.getOrDefault("org.opencontainers.image.source", "");
        String origin = annotations.getOrDefault("org.opencontainers.image.revision", "");
        return "stored artifact with revision '" + revision + "' from '" + spec.url() + "'"
                + (source.isEmpty() ? "" : ", origin source '" + source + "'")
                + (origin.isEmpty() ? "" : ", origin revision '" + origin + "'");
    }

    private Optional<Login> login(OciUrl url) throws SourceFailure {
        String secret = spec.secretRef() == null ? "" : spec.secretRef().name();
        try {
            if (!secret.isEmpty()) {
                return login(url, secret);
            }
            return spec.serviceAccountName().isEmpty() ? Optional.empty() : accountLogin(url);
        } catch (ApiFailure e) {
            String what = secret.isEmpty()
                    ? "failed to get service account '" + run.namespace() + "/" + spec.serviceAccountName() + "'"
                    : "failed to get secret '" + run.namespace() + "/" + secret + "'";
            throw SourceFailure.fetch(
                    "AuthenticationFailed", "failed to get credential: " + what + ": " + e.getMessage());
        }
    }

    private Optional<Login> login(OciUrl url, String secret) {
        DockerLogins logins = DockerLogins.ofSecret(run.cluster().read(Address.secret(run.namespace(), secret)));
        return logins.find(url.image().registry(), url.image().repository());
    }

    private Optional<Login> accountLogin(OciUrl url) {
        Address account = new Address("v1", "serviceaccounts", run.namespace(), spec.serviceAccountName());
        return run.cluster().read(account).items("imagePullSecrets").stream()
                .map(reference -> login(url, reference.text("name")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A signature is looked at when there is something new to trust, or the last look was bad. */
    private void verify(OciRegistry repository, OciUrl url, String digest, String revision) throws SourceFailure {
        if (spec.verify() == null || spec.verify().secretRef() == null) {
            run.conditions().remove(SourceFailure.VERIFIED);
            return;
        }
        boolean trusted = run.conditions().isTrue(SourceFailure.VERIFIED)
                && revision.equals(stored().text("revision"))
                && run.observedGeneration() == run.generation();
        if (trusted) {
            return;
        }
        if (!new CosignVerifier(repository)
                .verifies(digest, keys(spec.verify().secretRef().name()))) {
            throw SourceFailure.verification(
                    "failed to verify the signature using provider 'cosign': no matching signatures were found for '"
                            + url.repository() + "@" + digest + "'");
        }
        run.conditions().markTrue(SourceFailure.VERIFIED, "Succeeded", "verified signature of revision " + revision);
    }

    private List<String> keys(String secret) throws SourceFailure {
        try {
            return new Secrets(run.cluster())
                    .read(run.namespace(), secret).entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith(".pub"))
                            .map(Map.Entry::getValue)
                            .toList();
        } catch (ApiFailure e) {
            throw SourceFailure.verification(
                    "failed to verify the signature using provider 'cosign': " + e.getMessage());
        }
    }

    private boolean sameSettings() {
        return run.status().text("observedIgnore").equals(spec.ignore())
                && run.statusObject("observedLayerSelector").equals(selector())
                && run.conditions().isTrue(ReadySummary.IN_STORAGE);
    }

    private Optional<Obj> selector() {
        return Optional.ofNullable(spec.layerSelector()).map(OciFetch::tree);
    }

    private static Obj tree(LayerSelector selector) {
        Obj tree = selector.mediaType().isEmpty() ? Obj.EMPTY : Obj.of("mediaType", selector.mediaType());
        return Optional.ofNullable(selector.operation())
                .map(operation -> tree.with("operation", operation.name().toLowerCase(Locale.ROOT)))
                .orElse(tree);
    }

    private void observe() {
        if (spec.ignore().isEmpty()) {
            run.remove("observedIgnore");
        } else {
            run.put("observedIgnore", spec.ignore());
        }
        selector()
                .ifPresentOrElse(
                        selector -> run.put("observedLayerSelector", selector),
                        () -> run.remove("observedLayerSelector"));
    }
}
