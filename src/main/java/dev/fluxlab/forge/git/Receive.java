package dev.fluxlab.forge.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jgit.errors.UnpackException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;

/** One push to a repository. */
final class Receive {

    private static final Logger LOG = Logger.getLogger(Receive.class.getName());

    private final HostedRepository repository;
    private final Caller caller;
    private final AfterPush afterPush;
    private final InstantSource time;

    Receive(HostedRepository repository, Caller caller, AfterPush afterPush, InstantSource time) {
        this.repository = repository;
        this.caller = caller;
        this.afterPush = afterPush;
        this.time = time;
    }

    ReceivePack pack() {
        ReceivePack pack = new ReceivePack(repository.git());
        pack.setBiDirectionalPipe(false);
        pack.setAtomic(true);
        pack.setCheckReceivedObjects(true);
        pack.setMaxPackSizeLimit(repository.settings().maxPushBytes());
        pack.setRefLogIdent(
                new PersonIdent(caller.name(), caller.name() + "@forge", time.instant(), java.time.ZoneOffset.UTC));
        pack.setPreReceiveHook(new PushRules(repository, caller, time));
        pack.setPostReceiveHook((done, commands) -> note(commands));
        return pack;
    }

    /** Takes the push and answers it. */
    void run(InputStream in, OutputStream out) throws IOException {
        try {
            pack().receive(in, out, null);
        } catch (UnpackException e) {
            // the client has been told by the protocol: too large, malformed, or cut off
            LOG.log(Level.FINE, e, () -> "refused a pack for " + repository.name());
        }
    }

    private void note(Collection<ReceiveCommand> commands) {
        Instant now = time.instant();
        List<RefChange> accepted = new ArrayList<>();
        List<ReceiveLog.Entry> entries = new ArrayList<>();
        for (ReceiveCommand command : commands) {
            if (command.getResult() == ReceiveCommand.Result.OK) {
                RefChange change = RefChange.of(command);
                accepted.add(change);
                entries.add(new ReceiveLog.Entry(now, caller.name(), change, isForced(command), ""));
            }
        }
        repository.log().append(entries);
        if (!accepted.isEmpty()) {
            tell(new Push(repository, caller, now, accepted));
        }
    }

    private void tell(Push push) {
        try {
            afterPush.pushed(push);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "what follows a push to " + repository.name() + " failed");
        }
    }

    private static boolean isForced(ReceiveCommand command) {
        return command.getType() == ReceiveCommand.Type.UPDATE_NONFASTFORWARD;
    }
}
