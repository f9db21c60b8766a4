/**
 * What every stand-in controller stands on: the API server as trees, events worded and counted as Kubernetes' own
 * recorder does, and a run per object that follows the world's clock. It knows no kind. Front door:
 * {@link dev.fluxlab.workload.frame.ControllerHost}.
 */
@NullMarked
package dev.fluxlab.workload.frame;

import org.jspecify.annotations.NullMarked;
