package dev.fluxlab.steps;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Cluster;
import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Reconciliation;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The state of Flux's objects. */
public final class FluxSteps {

    private final Cluster cluster;
    private final Fleet fleet;

    public FluxSteps(Cluster cluster, Fleet fleet) {
        this.cluster = cluster;
        this.fleet = fleet;
    }

    /** Every Flux object of every namespace is ready. */
    @Then("every Flux object is ready")
    public void every_flux_object_is_ready() {
        objects().forEach(object -> {
            Reconciliation.Answer answer = Reconciliation.answerOf(object);
            Expectation.of("every Flux object to be ready", "its conditions")
                    .check(
                            answer.isReady() || Reconciliation.isSuspended(object),
                            name(object) + " with Ready " + answer.ready() + ", " + answer.reason() + ": "
                                    + answer.message());
        });
    }

    /** What is suspended in the cluster is suspended in Git too, so that a reader of Git can see it. */
    @Then("no Flux object is suspended outside Git")
    public void none_suspended_outside_git() {
        objects().filter(Reconciliation::isSuspended).forEach(object -> Expectation.of(
                        "no Flux object to be suspended unless main of the fleet says so", "its spec.suspend")
                .check(isSuspendedInGit(object), name(object) + " suspended in the cluster only"));
    }

    /** Nothing is suspended, in the cluster or in Git. */
    @Then("no Flux object is suspended")
    public void none_suspended() {
        objects().forEach(object -> Expectation.of("no Flux object to be suspended", "its spec.suspend")
                .check(!Reconciliation.isSuspended(object), name(object) + " suspended"));
    }

    private Stream<Obj> objects() {
        return Stream.of(Kind.values()).filter(Kind::isReconciled).flatMap(kind -> cluster.list(kind, "").stream()
                .map(object -> object.with("kind", kind.kind())));
    }

    private boolean isSuspendedInGit(Obj object) {
        Pattern name = Pattern.compile("(?m)^\\s*name:\\s*" + Pattern.quote(object.text("metadata", "name")) + "\\s*$");
        Pattern kind = Pattern.compile("(?m)^kind:\\s*" + object.text("kind") + "\\s*$");
        List<String> files = fleet.history().files("main");
        return files.stream()
                .filter(file -> file.endsWith(".yaml"))
                .flatMap(file -> fleet.history().file("main", file).stream())
                .flatMap(text -> Stream.of(text.split("(?m)^---\\s*$", -1)))
                .anyMatch(document -> document.contains("suspend: true")
                        && name.matcher(document).find()
                        && kind.matcher(document).find());
    }

    private static String name(Obj object) {
        return object.text("kind") + " " + object.text("metadata", "namespace") + "/" + object.text("metadata", "name");
    }
}
