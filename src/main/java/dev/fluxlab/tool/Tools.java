package dev.fluxlab.tool;

import dev.fluxlab.world.view.WorldView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tools of a world, by name. */
public final class Tools {

    private final List<Tool> tools;

    private Tools(List<Tool> tools) {
        this.tools = tools;
    }

    /** The tools that look at a world; ages are counted by its clock. */
    public static Tools of(WorldView world, InstantSource clock) {
        return new Tools(List.of(
                new KubectlTool(world.cluster()),
                new FluxTool(world, clock),
                new CraneTool(world.images()),
                new GhTool(world.actions())));
    }

    public List<Tool> all() {
        return tools;
    }

    public Optional<Tool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
