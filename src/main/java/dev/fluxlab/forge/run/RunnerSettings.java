package dev.fluxlab.forge.run;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.registry.AccessTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the runner needs of its world.
 *
 * @param forge where the forge is reached
 * @param work where jobs have their folders while they run
 * @param toolPath folders whose programs come before those of the machine
 * @param vars and secrets that workflows see
 * @param tokens issues the jobs' tokens
 * @param busy is open while a run is under way, so that the world's time waits for it
 */
public record RunnerSettings(
        URI forge,
        Path work,
        List<Path> toolPath,
        Map<String, String> vars,
        Map<String, String> secrets,
        AccessTokens tokens,
        InstantSource time,
        Supplier<Activity> busy) {

    public RunnerSettings {
        toolPath = List.copyOf(toolPath);
        vars = Map.copyOf(vars);
        secrets = Map.copyOf(secrets);
    }
}
