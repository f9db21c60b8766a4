/**
 * Pods without containers: a scheduler with one node, and a kubelet that pulls images from their registry and then lets
 * each container behave as its image's labels say. What a container goes through is data ({@code lifecycle.yaml}). It
 * runs no code of any image. Front door: {@link dev.fluxlab.workload.pod.Pods}.
 */
@NullMarked
package dev.fluxlab.workload.pod;

import org.jspecify.annotations.NullMarked;
