package dev.fluxlab.flux.image;

import dev.fluxlab.flux.api.GitRef;
import dev.fluxlab.flux.policy.ElectionException;
import dev.fluxlab.flux.policy.TagElection;
import dev.fluxlab.flux.policy.TagList;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** The commit a reference stands for among a server's refs, and how its revision is written. */
record GitCheckout(String refName, ObjectId commit, String label) {

    private static final String DEFAULT_BRANCH = "master";

    /** Resolves in the order commit, name, tag, semver, branch. */
    static GitCheckout resolve(GitRef ref, Map<String, Ref> refs, String url) {
        if (!ref.commit().isEmpty()) {
            String branch = ref.branch().isEmpty() ? "" : Constants.R_HEADS + ref.branch();
            return new GitCheckout(branch, ObjectId.fromString(ref.commit()), ref.branch());
        }
        if (!ref.name().isEmpty()) {
            ObjectId commit = find(refs, ref.name())
                    .orElseThrow(
                            () -> new GitFailure("unable to resolve ref '" + ref.name() + "' to a specific commit"));
            return new GitCheckout(ref.name(), commit, ref.name());
        }
        if (!ref.tag().isEmpty() || !ref.semver().isEmpty()) {
            String tag = ref.tag().isEmpty() ? newest(ref.semver(), refs) : ref.tag();
            return named(Constants.R_TAGS + tag, tag, refs, url);
        }
        String branch = ref.branch().isEmpty() ? DEFAULT_BRANCH : ref.branch();
        return named(Constants.R_HEADS + branch, branch, refs, url);
    }

    private static GitCheckout named(String name, String label, Map<String, Ref> refs, String url) {
        ObjectId commit = find(refs, name)
                .orElseThrow(() -> GitFailure.cloning(url, "couldn't find remote ref \"" + name + "\""));
        return new GitCheckout(name, commit, label);
    }

    private static Optional<ObjectId> find(Map<String, Ref> refs, String name) {
        return Optional.ofNullable(refs.get(name))
                .map(ref -> ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId());
    }

    private static String newest(String range, Map<String, Ref> refs) {
        TagList tags = new TagList(refs.keySet().stream()
                .filter(name -> name.startsWith(Constants.R_TAGS))
                .map(name -> name.substring(Constants.R_TAGS.length()))
                .toList());
        try {
            return TagElection.semver(range).latest(tags);
        } catch (ElectionException e) {
            throw new GitFailure("no match found for semver: " + range);
        }
    }

    boolean isBranch() {
        return refName.startsWith(Constants.R_HEADS);
    }

    /** As sources write revisions. */
    String revision(ObjectId at) {
        return (label.isEmpty() ? "" : label + "@") + "sha1:" + at.name();
    }
}
