/**
 * The Kubernetes API server of a world: HTTPS on one address, a folder that holds its objects and its keys, and nothing else.
 * It runs no controllers: those are clients. Front door: {@link dev.fluxlab.kube.ApiServer}.
 */
@NullMarked
package dev.fluxlab.kube;

import org.jspecify.annotations.NullMarked;
