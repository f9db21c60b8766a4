package dev.fluxlab.flux.git;

import dev.fluxlab.flux.api.GitRef;
import dev.fluxlab.flux.policy.ElectionException;
import dev.fluxlab.flux.policy.TagElection;
import dev.fluxlab.flux.policy.TagList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The commit that a reference means on a remote at this moment.
 *
 * @param label what comes before the digest in the revision; empty for a bare commit
 * @param ref the reference it was found by; empty for a bare commit
 * @param commit its forty digits
 * @param tip whether it is what the reference points to
 */
public record GitTarget(String label, String ref, String commit, boolean tip) {

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    /** Finds it: commit, name, tag, semver and branch count in that order. */
    public static GitTarget find(GitRef wanted, RemoteRefs refs) throws GitFailure {
        if (refs.isEmpty()) {
            throw GitFailure.emptyRepository();
        }
        if (!wanted.commit().isEmpty()) {
            return bareCommit(wanted, refs);
        }
        if (!wanted.name().isEmpty()) {
            return named(wanted.name(), refs);
        }
        if (!wanted.tag().isEmpty()) {
            return at(wanted.tag(), TAGS + wanted.tag(), refs);
        }
        if (!wanted.semver().isEmpty()) {
            String tag = highest(wanted.semver(), refs);
            return at(tag, TAGS + tag, refs);
        }
        return at(branch(wanted), HEADS + branch(wanted), refs);
    }

    private static String branch(GitRef wanted) {
        return wanted.branch().isEmpty() ? "master" : wanted.branch();
    }

    private static GitTarget bareCommit(GitRef wanted, RemoteRefs refs) throws GitFailure {
        if (wanted.branch().isEmpty()) {
            return new GitTarget("", "", wanted.commit(), false);
        }
        GitTarget branch = at(wanted.branch(), HEADS + wanted.branch(), refs);
        return new GitTarget(branch.label(), branch.ref(), wanted.commit(), false);
    }

    private static GitTarget named(String name, RemoteRefs refs) throws GitFailure {
        Optional<String> commit = refs.commit(name);
        if (commit.isEmpty()) {
            throw new GitFailure("unable to resolve ref '" + name + "' to a specific commit");
        }
        return new GitTarget(name, name, commit.get(), true);
    }

    private static GitTarget at(String label, String ref, RemoteRefs refs) throws GitFailure {
        Optional<String> commit = refs.commit(ref);
        if (commit.isEmpty()) {
            throw GitFailure.noRef(ref);
        }
        return new GitTarget(label, ref, commit.get(), true);
    }

    private static String highest(String range, RemoteRefs refs) throws GitFailure {
        List<String> tags = refs.commits().keySet().stream()
                .filter(ref -> ref.startsWith(TAGS))
                .map(ref -> ref.substring(TAGS.length()))
                .toList();
        TagElection election;
        try {
            election = TagElection.semver(range);
        } catch (ElectionException e) {
            throw new GitFailure(
                    "semver parse error: " + String.valueOf(e.getMessage()).replace("invalid policy: ", ""), e);
        }
        try {
            return election.latest(new TagList(tags));
        } catch (ElectionException e) {
            throw new GitFailure("no match found for semver: " + range, e);
        }
    }

    /** Whether the reference alone tells the commit, so that what is offered need not be fetched to compare. */
    public static boolean isListed(GitRef wanted) {
        return wanted.commit().isEmpty()
                && (!wanted.name().isEmpty()
                        || !wanted.tag().isEmpty()
                        || wanted.semver().isEmpty());
    }

    /** {@code main@sha1:…}. */
    public String revision() {
        return label.isEmpty() ? "sha1:" + commit : label + "@sha1:" + commit;
    }

    /** Fetches the commit into a new folder; of a reference that it is the tip of, nothing else. */
    public GitCopy fetch(GitRemote remote, Path folder) throws GitFailure {
        if (tip) {
            return remote.fetch(folder, List.of("+" + ref + ":" + ref), 1);
        }
        return remote.fetch(folder, List.of("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"), 0);
    }
}
