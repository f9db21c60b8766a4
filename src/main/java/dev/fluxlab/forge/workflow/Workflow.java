package dev.fluxlab.forge.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow file that has been read; its jobs stand in an order in which each comes after those it needs. */
public record Workflow(
        String path,
        String name,
        Optional<PushTrigger> onPush,
        Optional<DispatchTrigger> onDispatch,
        Map<String, String> env,
        List<Job> jobs) {}
