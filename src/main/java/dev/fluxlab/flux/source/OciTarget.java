package dev.fluxlab.flux.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.fluxlab.flux.api.OCIRepositorySpec;
import dev.fluxlab.flux.oci.OciFailure;
import dev.fluxlab.flux.oci.OciRegistry;
import dev.fluxlab.flux.policy.ElectionException;
import dev.fluxlab.flux.policy.TagElection;
import dev.fluxlab.flux.policy.TagList;

/** The artifact that is meant: a digest, or a tag that may be elected from all. */
record OciTarget(String tag, String digest) {

    /** Digest, semver and tag count in that order; the tag is {@code latest} when nothing is said. */
    static OciTarget find(OCIRepositorySpec spec, OciRegistry repository) throws SourceFailure {
        OCIRepositorySpec.Ref ref = spec.reference();
        if (!ref.digest().isEmpty()) {
            return new OciTarget("", ref.digest());
        }
        if (!ref.semver().isEmpty()) {
            return new OciTarget(elected(spec, repository), "");
        }
        return new OciTarget(ref.tag().isEmpty() ? "latest" : ref.tag(), "");
    }

    private static String elected(OCIRepositorySpec spec, OciRegistry repository) throws SourceFailure {
        String range = spec.reference().semver();
        TagElection election;
        try {
            election = TagElection.semver(range);
        } catch (ElectionException e) {
            String why = String.valueOf(e.getMessage()).replace("invalid policy: ", "");
            throw undetermined(spec, "semver '" + range + "' parse error: " + why);
        }
        try {
            Pattern filter = Pattern.compile(spec.reference().semverFilter());
            return election.latest(new TagList(repository.tags().stream()
                    .filter(tag -> filter.matcher(tag).find())
                    .toList()));
        } catch (ElectionException e) {
            throw undetermined(spec, "no match found for semver: " + range);
        } catch (OciFailure | PatternSyntaxException e) {
            throw undetermined(spec, String.valueOf(e.getMessage()));
        }
    }

    private static SourceFailure undetermined(OCIRepositorySpec spec, String why) {
        return SourceFailure.fetch(
                "ReadOperationFailed", "failed to determine the artifact tag for '" + spec.url() + "': " + why);
    }

    /** What the registry is asked for. */
    String reference() {
        return digest.isEmpty() ? tag : digest;
    }

    /** As it follows the repository in an image reference. */
    String suffix() {
        return digest.isEmpty() ? ":" + tag : "@" + digest;
    }

    String revision(String manifestDigest) {
        return digest.isEmpty() ? tag + "@" + manifestDigest : manifestDigest;
    }
}
