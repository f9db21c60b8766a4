/**
 * Stand-ins for what makes workloads run on a cluster, as operators: Deployments, ReplicaSets, pods on one node without
 * containers, endpoints, namespaces, owners. They know an API server by its URL alone and run against any. Front door:
 * {@link dev.fluxlab.workload.Workload}.
 */
@NullMarked
package dev.fluxlab.workload;

import org.jspecify.annotations.NullMarked;
