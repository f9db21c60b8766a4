package dev.fluxlab.world;

import java.nio.file.Path;
import java.util.Set;

/** What a world is told when it is started. */
public interface WorldOptions {

    /** The folder a learner starts in; the state lies in {@code .fluxlab} below it. */
    Path home();

    /** The folder with the repositories a learner starts from: one subfolder each. */
    Path seeds();

    /** The API server's port; 0 for the one it had before, or any that is free. */
    default int port() {
        return 0;
    }

    /** The address that forge and registry are reached by from other machines; loopback unless asked. */
    default String advertise() {
        return "127.0.0.1";
    }

    /** Parts that are left out: {@code flux}, {@code workload}. */
    default Set<String> without() {
        return Set.of();
    }
}
