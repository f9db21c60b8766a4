package dev.fluxlab.steps;

import dev.fluxlab.world.view.Environments;
import dev.fluxlab.world.view.Running;
import io.cucumber.java.en.Then;

/** What runs in an environment. */
public final class RunningSteps {

    private final Environments environments;

    public RunningSteps(Environments environments) {
        this.environments = environments;
    }

    /** Both environments run one and the same digest of the application. */
    @Then("{word} runs the same digest of {word} as {word}")
    public void runs_the_same_digest(String environment, String app, String other) {
        Running here = running(environment, app);
        Running there = running(other, app);
        Expectation.of(
                        environment + " to run the digest of " + app + " that " + other + " runs, "
                                + String.join(", ", there.digests()),
                        "the image of Deployment " + environment + "/" + app + " and the imageID of its pods")
                .check(!here.digests().isEmpty() && here.digests().equals(there.digests()), here.describe());
    }

    /** The Deployment names the tag, and every pod runs it. */
    @Then("{word} runs tag {string} of {word}")
    public void runs_the_tag(String environment, String tag, String app) {
        Running running = running(environment, app);
        Expectation.of(
                        environment + " to run tag " + tag + " of " + app,
                        "the image of Deployment " + environment + "/" + app)
                .check(running.tag().equals(tag) && running.isReady(), running.describe());
    }

    /** Every pod of the application is ready. */
    @Then("every pod of {word} in {word} is ready")
    public void every_pod_is_ready(String app, String environment) {
        Running running = running(environment, app);
        Expectation.of(
                        "every pod of " + app + " in " + environment + " to be ready",
                        "the pods of " + app + " in " + environment + " and their events")
                .check(running.isReady(), running.describe());
    }

    /** At least one pod of the application is not ready. */
    @Then("{word} is broken in {word}")
    public void is_broken(String app, String environment) {
        Running running = running(environment, app);
        Expectation.of(
                        "at least one pod of " + app + " in " + environment + " not to be ready",
                        "the pods of " + app + " in " + environment)
                .check(!running.isReady(), "all of them ready at " + running.describe());
    }

    /** No Deployment of the environment names an image without a tag, or a tag that is moved from build to build. */
    @Then("no workload of {word} names a mutable tag")
    public void no_mutable_tag(String environment) {
        for (String app : environments.apps(environment)) {
            Running running = running(environment, app);
            Expectation.of(
                            "no workload of " + environment + " to name a tag that can move",
                            "the image of Deployment " + environment + "/" + app)
                    .check(
                            Tags.isFull(running.tag()),
                            "Deployment " + app + " with "
                                    + (running.tag().isEmpty() ? "no tag" : "tag " + running.tag()));
        }
    }

    private Running running(String environment, String app) {
        return Expectation.of(
                        "a Deployment " + app + " in namespace " + environment,
                        "the Kustomization of " + environment + " and its inventory")
                .present(environments.running(environment, app), "none");
    }
}
