/**
 * What all of Flux's controllers share: a run on one object, its conditions and status patches, events, finalizers,
 * requeueing by the world's clock, and the API server as trees. It knows no kind of its own and keeps no state that a
 * restart would miss. Front door: {@link dev.fluxlab.flux.reconcile.ControllerHost}, which runs
 * {@link dev.fluxlab.flux.reconcile.Controller}s.
 */
@NullMarked
package dev.fluxlab.flux.reconcile;

import org.jspecify.annotations.NullMarked;
