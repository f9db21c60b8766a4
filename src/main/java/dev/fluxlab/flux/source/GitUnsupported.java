package dev.fluxlab.flux.source;

import dev.fluxlab.flux.api.GitRepositorySpec;
import dev.fluxlab.flux.api.GitRepositorySpec.Provider;

/** What Flux would do with a Git repository and fluxlab does not: said in the conditions, never ignored. */
final class GitUnsupported {

    private static final String REASON = "UnsupportedByFluxlab";

    private GitUnsupported() {}

    static void refuse(GitRepositorySpec spec) throws SourceFailure {
        if (spec.provider() == Provider.GITHUB && spec.secretRef() == null) {
            throw SourceFailure.stalling(
                    "InvalidProviderConfiguration",
                    "secretRef with github app data must be specified when provider is set to github");
        }
        if (!spec.serviceAccountName().isEmpty()) {
            throw SourceFailure.stalling(
                    "FeatureGateDisabled",
                    "to use spec.serviceAccountName for provider authentication please enable the"
                            + " ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        if (spec.url().startsWith("ssh://")) {
            throw unsupported("url", "use an http or https URL instead of '" + spec.url() + "'");
        }
        refuse(spec.provider() != null && spec.provider() != Provider.GENERIC, "provider");
        refuse(spec.verify() != null, "verify");
        refuse(spec.proxySecretRef() != null, "proxySecretRef");
        refuse(spec.recurseSubmodules(), "recurseSubmodules");
        refuse(!spec.include().isEmpty(), "include");
        refuse(!spec.sparseCheckout().isEmpty(), "sparseCheckout");
    }

    private static void refuse(boolean used, String field) throws SourceFailure {
        if (used) {
            throw unsupported(field, "remove it, or use a cluster with Flux's own controllers");
        }
    }

    static SourceFailure unsupported(String field, String next) {
        return SourceFailure.stalling(REASON, "fluxlab's source-controller does not do spec." + field + "; " + next);
    }
}
