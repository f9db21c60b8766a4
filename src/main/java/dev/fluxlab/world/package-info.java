/**
 * A world: a cluster, a forge and a registry, made or found, and what other processes need to reach it. It hands out
 * addresses and credentials, never a reference to a part. Front door: {@link dev.fluxlab.world.World}.
 */
@NullMarked
package dev.fluxlab.world;

import org.jspecify.annotations.NullMarked;
