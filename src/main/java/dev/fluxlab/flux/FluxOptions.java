package dev.fluxlab.flux;

import dev.fluxlab.clock.WorldClock;
import java.nio.file.Path;

/**
 * What the controllers need to be told.
 *
 * @param clock the time they keep
 * @param storage the folder for artifacts and what is being fetched
 * @param host where their HTTP side listens: artifacts and webhooks
 * @param port its port; 0 takes any that is free
 */
public record FluxOptions(WorldClock clock, Path storage, String host, int port) {}
