package dev.fluxlab.world;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Actions;
import dev.fluxlab.world.view.Images;
import dev.fluxlab.world.view.RunOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The releases a new world begins with, made by the workflows like every later one. */
final class FirstReleases {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String PROMOTION = "promote-production.yml";
    private static final int BUILDS = 2;

    private final Access access;
    private final Actions actions;

    FirstReleases(Access access) {
        this.access = access;
        this.actions = new Actions(access.forge(), access.learner());
    }

    /** Waits for the builds of main and develop. */
    void await(List<String> apps) {
        for (String app : apps) {
            List<Json> runs = interruptibly(() -> actions.awaitRuns(app, BUILDS, LONGEST));
            Optional<Json> failed = runs.stream()
                    .filter(run -> !run.text("conclusion").equals("success"))
                    .findFirst();
            if (runs.size() < BUILDS || failed.isPresent()) {
                throw new IllegalStateException("the first builds of " + app + " did not succeed: "
                        + failed.map(run -> actions.log(
                                        app, run.at("id").flatMap(Json::asLong).orElse(0L)))
                                .orElse(runs.size() + " of " + BUILDS + " ended within " + LONGEST.toSeconds() + " s"));
            }
        }
    }

    void promote(List<String> apps) {
        Map<String, Long> before = new HashMap<>();
        for (String app : apps) {
            before.put(app, actions.newestRun(app));
            actions.dispatch(app, PROMOTION, "main", Obj.EMPTY);
        }
        for (String app : apps) {
            Optional<RunOutcome> outcome =
                    interruptibly(() -> actions.awaitRunAfter(app, before.getOrDefault(app, 0L), LONGEST));
            if (outcome.filter(RunOutcome::isSuccess).isEmpty()) {
                throw new IllegalStateException("the first promotion of " + app + " did not succeed: "
                        + outcome.map(run -> run.lastLines(5)).orElse("it did not end"));
            }
        }
    }

    /** The newest tag of each application and environment, by the placeholder that stands for it in the fleet. */
    Map<String, String> tags(List<String> apps) {
        Images images = new Images(access.registry(), access.learner());
        Map<String, String> tags = new HashMap<>();
        for (String app : apps) {
            for (String environment : Bootstrap.ENVIRONMENTS) {
                images.tags(Access.ORGANISATION + "/" + app).stream()
                        .filter(tag -> tag.matches(environment + "-v.+-[0-9]+"))
                        .max(Comparator.naturalOrder())
                        .ifPresent(tag -> tags.put(
                                "newTag: " + environment + "-v0.0.0-0000000-0 # {\"$imagepolicy\": \"" + environment
                                        + ":" + app + ":tag\"}",
                                "newTag: " + tag + " # {\"$imagepolicy\": \"" + environment + ":" + app + ":tag\"}"));
            }
        }
        return tags;
    }

    /** Something that waits. */
    @FunctionalInterface
    private interface Waiting<T> {
        T run() throws InterruptedException;
    }

    private static <T> T interruptibly(Waiting<T> waiting) {
        try {
            return waiting.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the world was made; start it again", e);
        }
    }
}
