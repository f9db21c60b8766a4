package dev.fluxlab.kube.type;

import java.util.Optional;

/** What preparing an object may need to take from the cluster's pools. */
public interface Allocations {

    /** The wanted service address, or a free one when none is wanted; empty when the wanted one is taken or foreign. */
    Optional<String> clusterIp(Optional<String> wanted);

    /** As {@link #clusterIp} for the ports that nodes open. */
    Optional<Integer> nodePort(Optional<Integer> wanted);
}
