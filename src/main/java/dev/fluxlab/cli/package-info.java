/**
 * The verbs of the command line. {@link dev.fluxlab.cli.Main} wires every part by hand and is the only class that may
 * see all packages; the verbs parse, ask one package, and print.
 */
@NullMarked
package dev.fluxlab.cli;

import org.jspecify.annotations.NullMarked;
