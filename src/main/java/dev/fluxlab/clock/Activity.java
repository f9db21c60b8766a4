package dev.fluxlab.clock;

/** Work that is going on; time does not move past it until it is closed. */
@FunctionalInterface
public interface Activity extends AutoCloseable {

    @Override
    void close();
}
