/**
 * Flux's image-reflector-controller and image-automation-controller: scans registries, elects tags, and writes what is
 * elected into Git. They meet the other controllers only in the API server; registries and Git are reached by URL.
 * Front door: {@link dev.fluxlab.flux.image.ImageControllers}.
 */
@NullMarked
package dev.fluxlab.flux.image;

import org.jspecify.annotations.NullMarked;
