package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;

/** Strategic merge patches: lists merge by the key their field declares, and directives say what to drop or order. */
public final class StrategicMerge {

    private StrategicMerge() {}

    /**
     * The object that a patch makes of another, not yet normalised.
     *
     * @throws PatchException when the patch cannot be applied, with the message and code of a real server
     */
    public static Obj apply(Obj original, Obj patch, Schema schema) {
        throw new PatchException(500, "strategic merge of " + schema + " is not there yet");
    }
}
