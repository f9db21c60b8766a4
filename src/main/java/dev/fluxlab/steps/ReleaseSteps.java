package dev.fluxlab.steps;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Actions;
import dev.fluxlab.world.view.RunOutcome;
import dev.fluxlab.world.view.WorldView;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.InstantSource;

/** Builds, promotions and releases, made by the forge's workflows. */
public final class ReleaseSteps {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);
    private static final String PROMOTION = "promote-production.yml";

    private final WorldView world;
    private final InstantSource clock;

    public ReleaseSteps(WorldView world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Pushes a harmless change to the branch and waits for the build it starts. */
    @Given("a release of {word} is built on branch {string}")
    public void release_is_built(String app, String branch) throws InterruptedException {
        build(app, branch, "RELEASES.md", "released at " + clock.instant());
    }

    /** As above, with a change that makes the service fail when it runs. */
    @Given("a release of {word} that fails is built on branch {string}")
    public void failing_release_is_built(String app, String branch) throws InterruptedException {
        long before = world.actions().newestRun(app);
        world.contributor(app)
                .change(
                        branch,
                        "Dockerfile",
                        "feat: answer faster",
                        text -> text.strip()
                                + "\nLABEL dev.fluxlab/fails=start dev.fluxlab/failure=\"the cache is not warm\"\n");
        await(app, before, "the build on " + branch);
    }

    private void build(String app, String branch, String file, String line) throws InterruptedException {
        long before = world.actions().newestRun(app);
        world.contributor(app).change(branch, file, "feat: " + line, text -> text + line + "\n");
        await(app, before, "the build on " + branch);
    }

    /** Starts the promotion workflow for the newest staging tag, and waits for it to succeed. */
    @When("{word} is promoted to production from staging")
    public void is_promoted(String app) throws InterruptedException {
        promote(app, Obj.EMPTY);
    }

    /** Starts the promotion workflow for a tag, and waits for it to succeed. */
    @When("{word} is promoted to production from tag {string}")
    public void is_promoted_from(String app, String tag) throws InterruptedException {
        promote(app, Obj.of("source_tag", tag));
    }

    /** The promotion workflow refuses the tag, and its log says this. */
    @Then("a promotion of {word} from tag {string} is refused with {string}")
    public void is_refused(String app, String tag, String reason) throws InterruptedException {
        long before = world.actions().newestRun(app);
        RunOutcome outcome = dispatch(app, before, Obj.of("source_tag", tag));
        Expectation.of("the promotion of " + tag + " to be refused with \"" + reason + "\"", "the run's log")
                .check(
                        !outcome.isSuccess() && outcome.log().contains(reason),
                        outcome.conclusion() + ": " + outcome.lastLines(3));
    }

    private void promote(String app, Obj inputs) throws InterruptedException {
        RunOutcome outcome = dispatch(app, world.actions().newestRun(app), inputs);
        Expectation.of("the promotion of " + app + " to succeed", "the log of run " + outcome.id())
                .check(outcome.isSuccess(), outcome.conclusion() + ": " + outcome.lastLines(3));
    }

    private RunOutcome dispatch(String app, long before, Obj inputs) throws InterruptedException {
        try {
            world.actions().dispatch(app, PROMOTION, "main", inputs);
        } catch (Actions.Refused e) {
            throw new Unmet("the forge to start " + PROMOTION, String.valueOf(e.getMessage()), "the workflow's inputs");
        }
        return world.actions()
                .awaitRunAfter(app, before, LONGEST_RUN)
                .orElseThrow(() -> new NotJudged(
                        "the run of " + PROMOTION + " did not end within " + LONGEST_RUN.toSeconds() + " s"));
    }

    private void await(String app, long before, String what) throws InterruptedException {
        RunOutcome outcome = world.actions()
                .awaitRunAfter(app, before, LONGEST_RUN)
                .orElseThrow(() -> new NotJudged(what + " did not end within " + LONGEST_RUN.toSeconds() + " s"));
        Expectation.of(what + " of " + app + " to succeed", "the log of run " + outcome.id())
                .check(outcome.isSuccess(), outcome.conclusion() + ": " + outcome.lastLines(3));
    }
}
