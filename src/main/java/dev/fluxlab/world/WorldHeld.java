package dev.fluxlab.world;

/** Another process serves the world of this folder. */
public final class WorldHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorldHeld(WorldFolder folder, String holder) {
        super("the world in " + folder.root() + " is served by " + (holder.isEmpty() ? "another process" : holder)
                + ". Use it from here (\"fluxlab env\"), end that process, or choose another folder with --home.");
    }
}
