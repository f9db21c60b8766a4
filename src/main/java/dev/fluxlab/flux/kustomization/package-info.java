/**
 * The kustomize controller: fetches a source's artifact, builds it, applies it in stages, prunes what is gone and waits
 * for health. It refuses by name what it does not do: decryption, other clusters, expressions, drift exceptions.
 * Front door: {@link dev.fluxlab.flux.kustomization.KustomizationController}.
 */
@NullMarked
package dev.fluxlab.flux.kustomization;

import org.jspecify.annotations.NullMarked;
