/**
 * Reads from container registries over HTTP: tags and digests, with the credentials, schemes and error texts of the
 * library Flux uses. It never writes, follows no answer without bound, and does not retry by itself.
 * Front door: {@link dev.fluxlab.flux.oci.OciRegistry}.
 */
@NullMarked
package dev.fluxlab.flux.oci;

import org.jspecify.annotations.NullMarked;
