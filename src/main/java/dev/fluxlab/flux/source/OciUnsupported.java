package dev.fluxlab.flux.source;

import dev.fluxlab.flux.api.OCIRepositorySpec;
import dev.fluxlab.flux.api.OCIRepositorySpec.Provider;
import dev.fluxlab.flux.api.OCIRepositorySpec.Verification.Verifier;

/** What Flux would do with an OCI repository and fluxlab does not: said in the conditions, never ignored. */
final class OciUnsupported {

    private OciUnsupported() {}

    static void refuse(OCIRepositorySpec spec) throws SourceFailure {
        refuse(spec.provider() != null && spec.provider() != Provider.GENERIC, "provider");
        refuse(spec.certSecretRef() != null, "certSecretRef");
        refuse(spec.proxySecretRef() != null, "proxySecretRef");
        if (spec.verify() != null) {
            refuse(spec.verify().provider() == Verifier.NOTATION, "verify.provider notation");
            refuse(spec.verify().secretRef() == null, "verify without a secretRef");
            refuse(spec.verify().trustedRootSecretRef() != null, "verify.trustedRootSecretRef");
        }
    }

    private static void refuse(boolean used, String field) throws SourceFailure {
        if (used) {
            throw GitUnsupported.unsupported(field, "remove it, or use a cluster with Flux's own controllers");
        }
    }
}
