/**
 * The objects of a cluster under one revision counter: immutable snapshots, a ring of changes for watches, and a crash-safe
 * file. It knows keys and trees, no kinds, and refuses a write whose expected revision has passed. Front door:
 * {@link dev.fluxlab.kube.store.Store}.
 */
@NullMarked
package dev.fluxlab.kube.store;

import org.jspecify.annotations.NullMarked;
