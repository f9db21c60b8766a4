package dev.fluxlab.workload;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.http.ServerTls;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the stand-ins are to know besides the API server.
 *
 * @param clock what their waits follow
 * @param kubelet what the kubelet proves itself with to readers of logs; without one there are no logs
 * @param assumedImages images of these names run without their registry being asked, as with kwok
 */
public record WorkloadOptions(WorldClock clock, Optional<ServerTls> kubelet, Pattern assumedImages) {

    private static final Pattern NONE = Pattern.compile("(?!)");

    public static WorkloadOptions on(WorldClock clock) {
        return new WorkloadOptions(clock, Optional.empty(), NONE);
    }

    public WorkloadOptions servingLogsAs(ServerTls identity) {
        return new WorkloadOptions(clock, Optional.of(identity), assumedImages);
    }

    /** Images whose whole name fits the pattern are taken to exist. */
    public WorkloadOptions assuming(Pattern images) {
        return new WorkloadOptions(clock, kubelet, images);
    }
}
