/**
 * How objects begin and end with others: what a new namespace holds, what a deleted one takes with it, and what happens
 * to an object whose owner goes. It knows kinds from discovery alone. Front doors:
 * {@link dev.fluxlab.workload.lifetime.NamespaceController}, {@link dev.fluxlab.workload.lifetime.GarbageCollector}.
 */
@NullMarked
package dev.fluxlab.workload.lifetime;

import org.jspecify.annotations.NullMarked;
