package dev.fluxlab.steps;

import dev.fluxlab.world.view.AutomationRun;
import dev.fluxlab.world.view.Environments;
import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldView;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Whether what runs stays when the automation has had its say. */
public final class RollbackSteps {

    private final Environments environments;
    private final AutomationRun automation;

    public RollbackSteps(WorldView world) {
        this.environments = world.environments();
        this.automation = world.automationRun();
    }

    /** After each of so many forced runs of the whole chain, the same tag and the same digest run, ready. */
    @Then("{word} holds in {word} through {int} automation run(s)")
    public void holds_through_runs(String app, String environment, int runs) {
        Running before = running(environment, app);
        Expectation expected = Expectation.of(
                app + " in " + environment + " to stay at " + before.describe() + " through " + runs
                        + " automation runs",
                "ImagePolicy " + environment + "/" + app + ": which tag does it choose, and why?");
        for (int run = 1; run <= runs; run++) {
            runOnce(environment, app);
            Running after = running(environment, app);
            expected.check(
                    after.tag().equals(before.tag()) && after.digests().equals(before.digests()),
                    after.describe() + " after run " + run);
        }
        expected.check(before.isReady(), "pods that are not ready: " + before.describe());
    }

    /** Runs the whole chain once, as if every interval had passed. */
    @When("the automation of {word} in {word} runs")
    public void automation_runs(String app, String environment) {
        runOnce(environment, app);
    }

    private void runOnce(String environment, String app) {
        automation.of(environment, app).ifPresent(stop -> {
            throw new Unmet(
                    "the chain from scan to Kustomization to run for " + app + " in " + environment,
                    stop.toString(),
                    stop.kind() + " " + stop.namespace() + "/" + stop.name());
        });
    }

    private Running running(String environment, String app) {
        return Expectation.of("a Deployment " + app + " in " + environment, "the Kustomization of " + environment)
                .present(environments.running(environment, app), "none");
    }
}
