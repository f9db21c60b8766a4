/**
 * An OCI registry and its client: distribution 1.1 over an OCI image layout per repository, acknowledged only once it is
 * on disk. It refuses names that climb, content that is not what its digest says, and what goes beyond its quota. Front
 * doors: {@link dev.fluxlab.registry.Registry} serves, {@link dev.fluxlab.registry.RegistryClient} asks.
 */
@NullMarked
package dev.fluxlab.registry;

import org.jspecify.annotations.NullMarked;
