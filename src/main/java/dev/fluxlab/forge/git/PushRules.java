package dev.fluxlab.forge.git;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;

/** Judges a push before a ref moves. One change that is refused refuses the push, as a pre-receive hook does. */
final class PushRules implements PreReceiveHook {

    private static final Logger LOG = Logger.getLogger(PushRules.class.getName());

    private final HostedRepository repository;
    private final Caller caller;
    private final InstantSource time;

    PushRules(HostedRepository repository, Caller caller, InstantSource time) {
        this.repository = repository;
        this.caller = caller;
        this.time = time;
    }

    @Override
    public void onPreReceive(ReceivePack pack, Collection<ReceiveCommand> commands) {
        List<String> reasons = new ArrayList<>();
        for (ReceiveCommand command : commands) {
            String reason = judge(RefChange.of(command));
            if (!reason.isEmpty()) {
                pack.sendMessage("error: " + reason + ".");
                reasons.add(reason);
            }
        }
        if (!reasons.isEmpty()) {
            refuse(commands, String.join("; ", reasons));
        }
    }

    private String judge(RefChange change) {
        try {
            new BranchRules(repository, caller).check(change);
            new LinkRules(repository.git()).check(change);
            return "";
        } catch (PushRefused e) {
            return e.reason();
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "cannot read what was pushed to " + repository.name());
            return "what was pushed to " + change.ref() + " cannot be read; check it with \"git fsck\"";
        }
    }

    private void refuse(Collection<ReceiveCommand> commands, String reason) {
        Instant now = time.instant();
        List<ReceiveLog.Entry> entries = new ArrayList<>();
        for (ReceiveCommand command : commands) {
            command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "pre-receive hook declined");
            entries.add(new ReceiveLog.Entry(now, caller.name(), RefChange.of(command), false, reason));
        }
        repository.log().append(entries);
    }
}
