/**
 * The source controller: fetches Git and OCI repositories, packs what they hold and serves it. It refuses by name what
 * it does not do: SSH, submodules, includes, sparse checkouts, Git signatures, keyless and notation verification, cloud
 * providers, proxies. Front doors: {@link dev.fluxlab.flux.source.GitRepositoryController} and
 * {@link dev.fluxlab.flux.source.OciRepositoryController}.
 */
@NullMarked
package dev.fluxlab.flux.source;

import org.jspecify.annotations.NullMarked;
