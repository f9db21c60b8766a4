package dev.fluxlab.workload;

import dev.fluxlab.clock.WorldClock;
import java.util.regex.Pattern;

/**
 * What the stand-ins are to know besides the API server.
 *
 * @param clock what their waits follow
 * @param assumedImages images of these names run without their registry being asked, as with kwok
 */
public record WorkloadOptions(WorldClock clock, Pattern assumedImages) {

    private static final Pattern NONE = Pattern.compile("(?!)");

    public static WorkloadOptions on(WorldClock clock) {
        return new WorkloadOptions(clock, NONE);
    }

    /** Images whose whole name fits the pattern are taken to exist. */
    public WorkloadOptions assuming(Pattern images) {
        return new WorkloadOptions(clock, images);
    }
}
