package dev.fluxlab.forge.git;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.ReceiveCommand;

/** One ref that a push moves; an end that is not there is the zero id. */
public record RefChange(String ref, ObjectId before, ObjectId after) {

    static RefChange of(ReceiveCommand command) {
        return new RefChange(command.getRefName(), command.getOldId(), command.getNewId());
    }

    public boolean isDelete() {
        return after.equals(ObjectId.zeroId());
    }

    public boolean isCreate() {
        return before.equals(ObjectId.zeroId());
    }
}
