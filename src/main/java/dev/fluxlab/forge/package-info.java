/**
 * The world's Git forge: repositories over HTTP, workflow runs and releases, and an API in the shapes that GitHub's tools
 * read. It answers in plain HTTP, for a loopback address or behind something that adds TLS. Front door:
 * {@link dev.fluxlab.forge.Forge}.
 */
@NullMarked
package dev.fluxlab.forge;

import org.jspecify.annotations.NullMarked;
