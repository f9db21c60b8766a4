package dev.fluxlab.forge.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** What may happen to a ref: which there are, and what protection leaves. */
final class BranchRules {

    private final HostedRepository repository;
    private final Caller caller;

    BranchRules(HostedRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    void check(RefChange change) throws IOException, PushRefused {
        if (!change.ref().startsWith(Constants.R_HEADS) && !change.ref().startsWith(Constants.R_TAGS)) {
            throw PushRefused.badRef(change.ref());
        }
        if (change.ref().startsWith(Constants.R_TAGS)) {
            return;
        }
        String branch = change.ref().substring(Constants.R_HEADS.length());
        Optional<ProtectedBranch> protection = repository.settings().protection(branch);
        checkIsCommit(change);
        if (protection.isPresent()) {
            checkProtected(branch, protection.get(), change);
        }
    }

    private void checkProtected(String branch, ProtectedBranch protection, RefChange change)
            throws IOException, PushRefused {
        if (change.isDelete()) {
            throw PushRefused.deleted(branch);
        }
        if (rewrites(repository, change)) {
            throw PushRefused.rewritten(branch);
        }
        // the first push makes the branch: there is nothing yet to review it against
        if (protection.reviewed() && !change.isCreate() && !protection.exempt().contains(caller.name())) {
            throw PushRefused.unreviewed(branch);
        }
    }

    private void checkIsCommit(RefChange change) throws IOException, PushRefused {
        if (change.isDelete()) {
            return;
        }
        try (RevWalk walk = new RevWalk(repository.git())) {
            RevObject pushed = walk.parseAny(change.after());
            if (!(pushed instanceof RevCommit)) {
                throw PushRefused.noCommit(change.ref());
            }
        }
    }

    /** Whether commits that were on the ref would be lost to it. */
    static boolean rewrites(HostedRepository repository, RefChange change) throws IOException {
        if (change.isCreate() || change.isDelete()) {
            return false;
        }
        try (RevWalk walk = new RevWalk(repository.git())) {
            RevObject before = walk.parseAny(change.before());
            RevObject after = walk.parseAny(change.after());
            return !(before instanceof RevCommit old && after instanceof RevCommit tip && walk.isMergedInto(old, tip));
        }
    }
}
