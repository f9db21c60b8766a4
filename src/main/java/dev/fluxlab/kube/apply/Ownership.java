package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;

/**
 * Who owns which field: works out {@code metadata.managedFields} of every write, and merges what is applied.
 *
 * <p>Call it on objects that are decoded and defaulted, before a kind's strategy fills in what only the server knows
 * (uid, generation, cluster IPs): what it does not see change, nobody owns.
 */
public final class Ownership {

    private final Target target;

    public Ownership(Target target) {
        this.target = target;
    }

    /** The next object with the managed fields that a create, replace or patch leaves; live is empty on create. */
    public Obj update(Obj live, Obj next, Writer writer) {
        return next.withObj("metadata", meta -> meta.without("managedFields"));
    }

    /**
     * The live object with a configuration applied and the managed fields that this leaves, neither normalised nor
     * defaulted yet; live is empty on create. The result equals live when nothing changes.
     *
     * @throws ConflictException when others own fields that would change and the writer does not force
     * @throws PatchException when the configuration does not fit the kind's schema
     */
    public Obj apply(Obj live, Obj applied, Writer writer, boolean force) {
        throw new PatchException(500, "apply to " + target.kind() + " is not there yet");
    }

    /** The next object, or the live one if nothing but the time of managed fields would change. */
    public static Obj settle(Obj live, Obj next) {
        return next.equals(live) ? live : next;
    }
}
