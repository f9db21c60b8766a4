/**
 * Who stands behind a Service: Endpoints and EndpointSlices from its pods. Nothing listens on the addresses. Front door:
 * {@link dev.fluxlab.workload.endpoint.EndpointController}.
 */
@NullMarked
package dev.fluxlab.workload.endpoint;

import org.jspecify.annotations.NullMarked;
