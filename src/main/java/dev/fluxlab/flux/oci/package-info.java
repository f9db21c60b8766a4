/**
 * OCI registries as Flux's controllers read them: tags, manifests, blobs, pull secrets and cosign signatures, with the
 * error texts of the library that Flux is built on. It writes nothing. Front door:
 * {@link dev.fluxlab.flux.oci.OciRepository}.
 */
@NullMarked
package dev.fluxlab.flux.oci;

import org.jspecify.annotations.NullMarked;
