/**
 * What the API server knows of each kind: names and verbs, schema and canonical form, defaults, validation, table
 * columns, and the kinds that custom resource definitions add. Values only: it stores nothing, serves nothing and reads
 * no clock. Front doors: {@link dev.fluxlab.kube.type.TypeCatalog}, which hands out
 * {@link dev.fluxlab.kube.type.ResourceType}s, and {@link dev.fluxlab.kube.type.BuiltInSchemas}.
 */
@NullMarked
package dev.fluxlab.kube.type;

import org.jspecify.annotations.NullMarked;
