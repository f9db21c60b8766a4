/**
 * Deployments and ReplicaSets as the controller manager runs them: surge and unavailability, revisions, progress,
 * conditions and events, word for word. It never touches a pod but to create or delete it. Front door:
 * {@link dev.fluxlab.workload.rollout.Rollouts}.
 */
@NullMarked
package dev.fluxlab.workload.rollout;

import org.jspecify.annotations.NullMarked;
