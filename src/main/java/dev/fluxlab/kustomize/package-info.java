/**
 * Renders a folder as {@code kubectl kustomize} does, byte for byte, or as Flux's kustomize-controller does; writes the
 * kustomization that Flux makes up where there is none; substitutes variables as Flux does. It refuses by name what it
 * does not do: Helm charts, remote bases, plugins, vars, own configurations and schemas. Front door:
 * {@link dev.fluxlab.kustomize.Kustomization}.
 */
@NullMarked
package dev.fluxlab.kustomize;

import org.jspecify.annotations.NullMarked;
