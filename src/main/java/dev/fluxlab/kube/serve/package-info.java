/**
 * The API over HTTP: who asks, may they, what do they send, which verb answers. Every answer that is no success is a Status
 * named in {@link dev.fluxlab.kube.serve.Refusals}; nothing unsupported is answered with silence. Front door:
 * {@link dev.fluxlab.kube.serve.ApiRoutes}.
 */
@NullMarked
package dev.fluxlab.kube.serve;

import org.jspecify.annotations.NullMarked;
