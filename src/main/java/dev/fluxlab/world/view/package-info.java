/**
 * What a client can see of a world and ask of it, through its three protocols and nothing else: the cluster's objects,
 * the repositories' history, the registry's tags. It looks behind none of them, so that it works the same on every
 * backend. Front door: {@link dev.fluxlab.world.view.WorldView}.
 */
@NullMarked
package dev.fluxlab.world.view;

import org.jspecify.annotations.NullMarked;
