package dev.fluxlab.steps;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.guard.PatternException;
import dev.fluxlab.guard.TagLanguage;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldView;
import io.cucumber.java.en.Then;
import java.util.Optional;

/** What the image policies accept. */
public final class PolicySteps {

    private final WorldView world;

    public PolicySteps(WorldView world) {
        this.world = world;
    }

    /** Whatever tag the policy's pattern accepts, the given pattern accepts too: in the cluster and on main. */
    @Then("the {word} policy of {word} accepts nothing but {string}")
    public void accepts_nothing_but(String environment, String app, String pattern) {
        TagLanguage allowed = TagLanguage.of(pattern);
        check(environment, app, allowed, fromCluster(environment, app), "ImagePolicy " + environment + "/" + app);
        check(environment, app, allowed, fromGit(environment, app), "main of the fleet");
    }

    private static void check(String environment, String app, TagLanguage allowed, String pattern, String where) {
        Expectation expected = Expectation.of(
                "the policy of " + app + " in " + environment + " to accept production tags only",
                "spec.filterTags.pattern of the ImagePolicy of " + app + " in " + environment);
        try {
            Optional<String> stray = TagLanguage.of(pattern).counterExample(allowed);
            expected.check(stray.isEmpty(), where + " accepts " + stray.orElse("") + " with " + pattern);
        } catch (PatternException e) {
            throw expected.fail(where + " has " + pattern + ": " + e.getMessage());
        }
    }

    private String fromCluster(String environment, String app) {
        Obj policy = Expectation.of("an ImagePolicy " + environment + "/" + app, "the Kustomization of " + environment)
                .present(world.cluster().find(Kind.IMAGE_POLICY, environment, app), "none");
        return policy.text("spec", "filterTags", "pattern");
    }

    private String fromGit(String environment, String app) {
        String folder = Expectation.of("an image-policy.yaml of " + app + " in " + environment, "the fleet")
                .present(world.fleet().folder(environment, app), "none on main");
        String text = world.history("fleet")
                .file("main", folder + "/image-policy.yaml")
                .orElse("");
        return YamlText.read(text).text("spec", "filterTags", "pattern");
    }

    /** The tag that each application of the environment runs is one that its policy's pattern accepts. */
    @Then("{word} runs only tags its policies accept")
    public void runs_only_accepted_tags(String environment) {
        for (String app : world.environments().apps(environment)) {
            Running running = world.environments().running(environment, app).orElseThrow();
            String pattern = fromCluster(environment, app);
            Expectation.of(
                            environment + " to run tags that its policies accept",
                            "ImagePolicy " + environment + "/" + app + " and the image of the Deployment")
                    .check(
                            Tags.isOf(environment, running.tag())
                                    && TagLanguage.of(pattern).contains(running.tag()),
                            app + " with tag " + running.tag() + ", which " + pattern + " does not stand for");
        }
    }

    /** The policy chooses freely again: more than one tag of its family fits the pattern. */
    @Then("the policy of {word} in {word} is not pinned")
    public void is_not_pinned(String app, String environment) {
        TagLanguage language = TagLanguage.of(fromGit(environment, app));
        boolean takesOthers = language.contains(environment + "-v98.7.6-abcdef0-4102444800")
                && language.contains(environment + "-v1.0.1-0fedcba-4102444801");
        Expectation.of(
                        "the policy of " + app + " in " + environment + " to take later releases",
                        "spec.filterTags.pattern on main of the fleet")
                .check(takesOthers, "a pattern that accepts particular tags only: " + fromGit(environment, app));
    }
}
