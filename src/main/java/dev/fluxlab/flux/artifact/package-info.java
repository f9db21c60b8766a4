/**
 * Artifacts: reproducible tar.gz files, kept below one folder and served over HTTP, and their reading with bounds. It
 * refuses entries that climb out and archives beyond their bounds; links are left out. Front doors:
 * {@link dev.fluxlab.flux.artifact.ArtifactStore}, {@link dev.fluxlab.flux.artifact.Tarball}.
 */
@NullMarked
package dev.fluxlab.flux.artifact;

import org.jspecify.annotations.NullMarked;
