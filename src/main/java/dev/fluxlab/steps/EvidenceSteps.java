package dev.fluxlab.steps;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldView;
import io.cucumber.java.en.Then;
import java.util.Optional;

/** What a learner keeps in Git for an auditor, and what the forge has recorded. */
public final class EvidenceSteps {

    private final WorldView world;

    public EvidenceSteps(WorldView world) {
        this.world = world;
    }

    /** The file on main names the digest that runs, and says that every link held. */
    @Then("the evidence of {word} in {word} is kept in the fleet at {string}")
    public void is_kept(String app, String environment, String path) {
        Expectation expected = Expectation.of(
                "the proof of " + app + " in " + environment + " at " + path + " on main of the fleet",
                path + " on main, and \"lineage " + environment + "/" + app + " -o json\"");
        String text = expected.present(world.history("fleet").file("main", path), "no such file");
        Json proof = read(text, expected);
        Running running = expected.present(world.environments().running(environment, app), "no Deployment " + app);
        expected.check(
                running.digests().contains(proof.text("digest")),
                "a proof of digest \"" + proof.text("digest") + "\", while " + running.describe() + " runs");
        expected.check(
                proof.text("status").equals("holds"), "a proof whose status is \"" + proof.text("status") + "\"");
    }

    /** The note on main names a production tag of the application that exists, and that is not the one Git names now. */
    @Then("an incident note in the fleet at {string} names the tag of {word} that ran by hand")
    public void note_names_the_tag(String path, String app) {
        Expectation expected = Expectation.of(
                "a note at " + path + " on main of the fleet that names the production tag of " + app
                        + " put in by hand",
                path + " on main of the fleet");
        String text = expected.present(world.history("fleet").file("main", path), "no such file");
        String repository = expected.present(world.environments().running("production", app), "no Deployment " + app)
                .repository();
        boolean named = world.images().tags(repository).stream()
                .filter(tag -> Tags.isOf("production", tag))
                .anyMatch(text::contains);
        expected.check(named, "a note that names no production tag of the registry: " + text.strip());
    }

    private static Json read(String text, Expectation expected) {
        try {
            return JsonText.read(text);
        } catch (DocumentException e) {
            throw expected.fail("a file that is no JSON: " + e.getMessage());
        }
    }

    /** The application has been promoted at least twice: once when the world began, and once since. */
    @Then("a promotion of {word} has followed the first")
    public void promotion_has_followed(String app) {
        int releases = world.actions().releases(app).size();
        Optional<Running> running = world.environments().running("production", app);
        Expectation.of(
                        "a promotion of " + app
                                + " after the one the world began with: production to run the digest of " + app
                                + " that staging runs, newly promoted",
                        "the releases of " + app)
                .check(
                        releases > 1,
                        releases + " release, and production at "
                                + running.map(Running::describe).orElse("nothing"));
    }
}
