package dev.fluxlab.steps;

import dev.fluxlab.guard.Finding;
import dev.fluxlab.guard.Guard;
import dev.fluxlab.guard.Severity;
import dev.fluxlab.world.view.WorldView;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The guardrails, over main of the fleet. */
public final class GuardSteps {

    private final WorldView world;
    private final Guard guard;

    public GuardSteps(WorldView world, Guard guard) {
        this.world = world;
        this.guard = guard;
    }

    /** No rule of the guard finds an error on main. */
    @Then("no guardrail of the fleet is broken")
    public void none_is_broken() {
        List<Finding> errors = findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Expectation.of("no guardrail to be broken on main of the fleet", "the file named, or \"guard\"")
                .check(
                        errors.isEmpty(),
                        errors.isEmpty()
                                ? ""
                                : errors.get(0).place() + ": "
                                        + errors.get(0).message().what());
    }

    private List<Finding> findings() {
        try {
            Path folder = Files.createTempDirectory("fleet");
            try {
                world.history("fleet").export("main", folder);
                return guard.over(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at main of the fleet", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
