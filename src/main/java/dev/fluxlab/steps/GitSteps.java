package dev.fluxlab.steps;

import dev.fluxlab.world.view.Commit;
import dev.fluxlab.world.view.Environments;
import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.Fleet.TagInGit;
import dev.fluxlab.world.view.LineChange;
import dev.fluxlab.world.view.Running;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;

/** What the fleet's main says, and who wrote it. */
public final class GitSteps {

    private final Fleet fleet;
    private final Environments environments;

    public GitSteps(Fleet fleet, Environments environments) {
        this.fleet = fleet;
        this.environments = environments;
    }

    /** The line with the tag was last written by Flux's image automation. */
    @Then("the tag of {word} in {word} was written to Git by Flux")
    public void written_by_flux(String app, String environment) {
        TagInGit where = tagInGit(environment, app);
        Expectation expected = Expectation.of(
                "the tag " + where.tag() + " of " + app + " in " + environment + " to be written by " + Fleet.BOT,
                "the history of " + where.file() + ", line " + where.line());
        Commit writer = expected.present(fleet.writerOf(where.tag(), where), "no commit that wrote it");
        expected.check(
                Fleet.isByFlux(writer),
                "commit " + writer.shortSha() + " by " + writer.author() + ": " + writer.subject());
    }

    /** The Deployment names the tag that main has, and runs it. */
    @Then("{word} runs what Git says of {word}")
    public void runs_what_git_says(String environment, String app) {
        TagInGit where = tagInGit(environment, app);
        Optional<Running> running = environments.running(environment, app);
        Expectation.of(
                        environment + " to run tag " + where.tag() + " of " + app + ", which main has at "
                                + where.file() + ":" + where.line(),
                        "the Kustomization of " + environment + ": is it suspended, and which revision did it apply?")
                .check(
                        running.filter(found -> found.tag().equals(where.tag())).isPresent(),
                        running.map(Running::describe).orElse("no Deployment " + app));
    }

    /** The line with the tag carries the marker that lets the automation write it. */
    @Then("the automation may write the tag of {word} in {word}")
    public void automation_may_write(String app, String environment) {
        TagInGit where = tagInGit(environment, app);
        Expectation.of(
                        "the marker of policy " + environment + ":" + app + " beside the tag",
                        where.file() + ", line " + where.line())
                .check(where.marked(), "no marker, so that new releases do not arrive");
    }

    /** A tag that the automation wrote was taken back by a revert, and written again by the automation. */
    @Then("a revert of {word} in {word} was undone by the automation")
    public void revert_was_undone(String app, String environment) {
        TagInGit where = tagInGit(environment, app);
        List<Commit> log = fleet.history().log("main", where.file());
        Expectation.of(
                        "a revert of the automation's commit on " + where.file() + ", and after it a commit of "
                                + Fleet.BOT + " that writes the same tag again",
                        "the history of " + where.file())
                .check(
                        isUndone(log),
                        log.isEmpty()
                                ? "no commit"
                                : "as the newest commit " + log.get(0).shortSha() + " by "
                                        + log.get(0).author() + ": "
                                        + log.get(0).subject());
    }

    private boolean isUndone(List<Commit> newestFirst) {
        for (int i = 1; i < newestFirst.size(); i++) {
            Optional<String> takenBack = removedTag(newestFirst.get(i));
            boolean reverted = !Fleet.isByFlux(newestFirst.get(i)) && takenBack.isPresent();
            if (reverted && writtenAgain(newestFirst.subList(0, i), takenBack.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean writtenAgain(List<Commit> later, String tag) {
        return later.stream().filter(Fleet::isByFlux).anyMatch(commit -> fleet.history().changes(commit.sha()).stream()
                .anyMatch(change -> change.added() && change.text().contains(tag)));
    }

    private Optional<String> removedTag(Commit commit) {
        return fleet.history().changes(commit.sha()).stream()
                .filter(change -> !change.added())
                .map(LineChange::text)
                .map(String::strip)
                .filter(text -> text.startsWith("newTag:"))
                .map(text -> text.substring("newTag:".length()).strip().split("\\s", 2)[0])
                .findFirst();
    }

    private TagInGit tagInGit(String environment, String app) {
        return Expectation.of(
                        "a line \"newTag:\" for " + app + " in " + environment + " on main of the fleet",
                        "the kustomization.yaml of " + app + " in " + environment)
                .present(fleet.tag(environment, app), "none");
    }
}
