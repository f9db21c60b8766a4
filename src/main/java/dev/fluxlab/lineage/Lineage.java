package dev.fluxlab.lineage;

import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldUnreachable;
import dev.fluxlab.world.view.WorldView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves where what runs came from. */
public final class Lineage {

    private static final List<Joint> JOINTS = List.of(
            new Joint("pods → digest", RunningJoints::pods),
            new Joint("tag in Git", RunningJoints::git),
            new Joint("digest in the registry", RunningJoints::registry),
            new Joint("staging tag of the same digest", StagingJoints::stagingTag),
            new Joint("ran in staging before", StagingJoints::ranInStaging),
            new Joint("commit in the service's repository", StagingJoints::commit),
            new Joint("release record", ReleaseJoint::release),
            new Joint("the automation's commit", FleetJoints::writtenByBot),
            new Joint("revision that Flux applied", FleetJoints::applied));

    private final WorldView world;

    public Lineage(WorldView world) {
        this.world = world;
    }

    /** The proof for an application of an environment; empty when the environment has no such application. */
    public Optional<Proof> prove(String environment, String app) {
        return world.environments().running(environment, app).map(this::prove);
    }

    private Proof prove(Running running) {
        Trail trail = new Trail(world, running);
        List<Link> links = new ArrayList<>();
        for (Joint joint : JOINTS) {
            links.add(judge(joint, trail));
        }
        return new Proof(
                running.environment(),
                running.app(),
                running.tag(),
                trail.digest().orElse(""),
                links);
    }

    private static Link judge(Joint joint, Trail trail) {
        try {
            return joint.judge().apply(trail);
        } catch (WorldUnreachable e) {
            return Link.notJudged(joint.name(), String.valueOf(e.getMessage()));
        }
    }
}
