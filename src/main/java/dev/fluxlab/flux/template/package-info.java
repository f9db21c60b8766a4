/**
 * The part of Go's text/template that commit messages are written in: fields, range, if, with, variables, pipelines,
 * whitespace trim, and the functions listed in {@link dev.fluxlab.flux.template.Functions}. Anything else is refused in
 * Go's words with its place. Front door: {@link dev.fluxlab.flux.template.Template}.
 */
@NullMarked
package dev.fluxlab.flux.template;

import org.jspecify.annotations.NullMarked;
