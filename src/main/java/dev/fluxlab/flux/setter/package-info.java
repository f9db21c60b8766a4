/**
 * Image policy markers in YAML files: finds them, sets the values they mark, and writes the files back as Flux's image
 * automation does, formatting included. It follows links no further than the boundary it is given.
 * Front door: {@link dev.fluxlab.flux.setter.MarkedFiles}.
 */
@NullMarked
package dev.fluxlab.flux.setter;

import org.jspecify.annotations.NullMarked;
