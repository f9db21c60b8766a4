/**
 * What a write makes of an object and who owns which field afterwards: server-side apply with managed fields, the
 * server's half of strategic merge patches, and protobuf bodies. Keeps nothing; validates nothing. Front doors:
 * {@link dev.fluxlab.kube.apply.Ownership}, {@link dev.fluxlab.kube.apply.StrategicMerge},
 * {@link dev.fluxlab.kube.apply.ProtobufDecoder}.
 */
@NullMarked
package dev.fluxlab.kube.apply;

import org.jspecify.annotations.NullMarked;
