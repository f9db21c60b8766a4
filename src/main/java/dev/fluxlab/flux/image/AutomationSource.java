package dev.fluxlab.flux.image;

import dev.fluxlab.flux.api.GitRef;
import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.api.GitRepositorySpec;
import dev.fluxlab.flux.api.ImageUpdateAutomation;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec.GitSpec;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec.Push;
import dev.fluxlab.flux.git.GitCredentials;
import dev.fluxlab.flux.git.GitRemote;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Run;
import java.time.Duration;
import java.util.Map;

/** Where an automation reads and writes: the repository, what is checked out, and where commits go. */
record AutomationSource(GitRemote remote, Duration timeout, GitRef checkout, Push push, String pushBranch) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final String MASTER = "master";

    /** A setup that only a change of the automation can mend. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        private Unusable(String reason, String message) {
            super(message, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Whether commits go to another branch than the one that is checked out. */
    boolean switches() {
        boolean nothingNamed = checkout.equals(GitRef.NONE);
        return !pushBranch.equals(nothingNamed ? MASTER : checkout.branch());
    }

    boolean alwaysRuns() {
        return switches() || !push.refspec().isEmpty();
    }

    /**
     * @throws Unusable when the automation itself is at fault
     * @throws AccessFailure when something it needs is missing
     */
    static AutomationSource of(Run<ImageUpdateAutomation> run, ImageControllers.Options options) {
        ImageUpdateAutomationSpec spec = run.resource().getSpec();
        GitSpec git = spec.git();
        if (git == null) {
            throw new Unusable(
                    "InvalidSourceConfiguration",
                    "source kind 'GitRepository' necessitates field .spec.git: invalid source configuration");
        }
        GitRepository repository = repository(run, options);
        GitRef checkout = git.checkout() == null
                ? repository.getSpec().reference()
                : git.checkout().ref();
        Push push = git.push() == null ? new Push("", "", Map.of()) : git.push();
        String branch = push.branch().isEmpty() ? checkout.branch() : push.branch();
        if (branch.isEmpty()) {
            throw new AccessFailure("push spec not provided, and cannot be inferred from .spec.git.checkout.ref or "
                    + "GitRepository .spec.ref");
        }
        Duration timeout = timeout(repository.getSpec());
        GitRemote remote = new GitRemote(repository.getSpec().url(), credentials(run, repository), timeout);
        refuseSigning(run, git);
        return new AutomationSource(remote, timeout, checkout, push, branch);
    }

    private static GitRepository repository(Run<ImageUpdateAutomation> run, ImageControllers.Options options) {
        ImageUpdateAutomationSpec.SourceRef ref = run.resource().getSpec().sourceRef();
        String namespace = ref.namespace().isEmpty() ? run.namespace() : ref.namespace();
        if (options.noCrossNamespaceRefs() && !namespace.equals(run.namespace())) {
            throw new Unusable(
                    "AccessDenied",
                    "can't access 'GitRepository/" + namespace + "/" + ref.name()
                            + "', cross-namespace references have been blocked");
        }
        return run.cluster()
                .get(Address.of(GitRepository.class, namespace, ref.name()))
                .map(tree -> run.cluster().typed(tree, GitRepository.class))
                .orElseThrow(() -> new AccessFailure(
                        "referenced git repository does not exist: GitRepository.source.toolkit.fluxcd.io \""
                                + ref.name() + "\" not found"));
    }

    private static Duration timeout(GitRepositorySpec spec) {
        Duration asked = GoDuration.parse(spec.timeout());
        return asked.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : asked;
    }

    private static GitCredentials credentials(Run<ImageUpdateAutomation> run, GitRepository repository) {
        boolean github = repository.getSpec().provider() == GitRepositorySpec.Provider.GITHUB;
        if (repository.getSpec().secretRef() == null) {
            requireNoGithub(github);
            return GitCredentials.NONE;
        }
        String namespace = repository.getMetadata().getNamespace();
        String name = repository.getSpec().secretRef().name();
        SecretData secret = SecretData.find(run.cluster(), namespace, name)
                .orElseThrow(() -> new AccessFailure("failed to get auth secret '" + namespace + "/" + name
                        + "': secrets \"" + name + "\" not found"));
        boolean app = secret.bytes("githubAppID").isPresent();
        requireNoGithub(github);
        if (app) {
            throw new Unusable(
                    "InvalidSourceConfiguration",
                    "secretRef '" + secret.path()
                            + "' has github app data but provider is not set to github: invalid source configuration");
        }
        try {
            return GitCredentials.of(secret.texts());
        } catch (IllegalArgumentException e) {
            throw new AccessFailure("failed to configure authentication options: " + e.getMessage());
        }
    }

    private static void requireNoGithub(boolean github) {
        if (github) {
            throw new Unusable(
                    "InvalidSourceConfiguration",
                    "secretRef with github app data must be specified when provider is set to github: invalid source"
                            + " configuration");
        }
    }

    private static void refuseSigning(Run<ImageUpdateAutomation> run, GitSpec git) {
        if (git.commit().signingKey() == null) {
            return;
        }
        String name = git.commit().signingKey().secretRef().name();
        if (SecretData.find(run.cluster(), run.namespace(), name).isEmpty()) {
            throw new AccessFailure(
                    "could not find signing key secret '" + name + "': secrets \"" + name + "\" not found");
        }
        throw new AccessFailure("signing commits (spec.git.commit.signingKey) is not supported here; remove it");
    }
}
