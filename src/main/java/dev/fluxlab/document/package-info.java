/**
 * JSON and YAML trees: read with positions, print, point, patch. Trees are immutable values; it knows nothing of
 * Kubernetes and refuses what JSON cannot hold. Front door: {@link dev.fluxlab.document.Json}, read by
 * {@link dev.fluxlab.document.JsonText} and {@link dev.fluxlab.document.YamlText}.
 */
@NullMarked
package dev.fluxlab.document;

import org.jspecify.annotations.NullMarked;
