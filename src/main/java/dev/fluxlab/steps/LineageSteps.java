package dev.fluxlab.steps;

import dev.fluxlab.lineage.Lineage;
import dev.fluxlab.lineage.Link;
import dev.fluxlab.lineage.Proof;
import io.cucumber.java.en.Then;

/** The proof of where what runs came from. */
public final class LineageSteps {

    private final Lineage lineage;

    public LineageSteps(Lineage lineage) {
        this.lineage = lineage;
    }

    /** Every link from the pods back to the commit holds. */
    @Then("the lineage of {word} in {word} holds")
    public void holds(String app, String environment) {
        Expectation expected = Expectation.of(
                "every link from the pods of " + app + " in " + environment + " back to the commit to hold",
                "the first link that does not, with \"lineage " + environment + "/" + app + "\"");
        Proof proof = expected.present(lineage.prove(environment, app), "no Deployment " + app);
        proof.firstGap().ifPresent(gap -> {
            if (gap.status() == Link.Status.NOT_JUDGED) {
                throw new NotJudged(gap.name() + ": " + gap.found());
            }
            throw expected.fail(gap.name() + ": " + gap.found());
        });
    }
}
