/**
 * Flux's controllers as operators: they know an API server and URLs, and run beside any API server. It keeps what Flux
 * 2.9 does, message for message, and refuses by name what it leaves out. Front door:
 * {@link dev.fluxlab.flux.FluxControllers}.
 */
@NullMarked
package dev.fluxlab.flux;

import org.jspecify.annotations.NullMarked;
