/**
 * Flux's kinds in the versions that Flux 2.9 serves, as classes from which the CustomResourceDefinitions are generated
 * at build time. A field that an object leaves out reads as Go's zero value (empty text, list or map), so no null
 * leaves this package but for optional sub-objects. The classes are for reading; status is written as patches. Front
 * doors: the kinds, and {@link dev.fluxlab.flux.api.FluxDefinitions}.
 */
@NullMarked
package dev.fluxlab.flux.api;

import org.jspecify.annotations.NullMarked;
