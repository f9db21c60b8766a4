/**
 * Git over HTTP as Flux's controllers use it: what a remote offers, shallow fetches, checkouts of trees, with the error
 * texts of the Git library that Flux is built on. It refuses SSH and submodules by name. Front door:
 * {@link dev.fluxlab.flux.git.GitRemote}.
 */
@NullMarked
package dev.fluxlab.flux.git;

import org.jspecify.annotations.NullMarked;
