/**
 * Kinds and their schemas: what a field is called, holds, defaults to and merges by, for built-in kinds and for custom
 * ones. Knows no storage and no HTTP. Front doors: {@link dev.fluxlab.kube.type.BuiltInSchemas} for the kinds a server
 * is born with, {@link dev.fluxlab.kube.type.Normaliser} for the form in which their objects are kept.
 */
@NullMarked
package dev.fluxlab.kube.type;

import org.jspecify.annotations.NullMarked;
