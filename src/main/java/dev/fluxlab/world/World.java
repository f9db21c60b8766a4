package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.world.view.Access;

/** A running world: addresses and credentials, a clock, and an end. */
public interface World extends AutoCloseable {

    Access access();

    /** The world's time; on a cluster that exists it is the machine's. */
    WorldClock clock();

    @Override
    void close();
}
