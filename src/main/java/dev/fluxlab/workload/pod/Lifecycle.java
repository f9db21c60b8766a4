package dev.fluxlab.workload.pod;

import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stages of a container's life, in their order. */
record Lifecycle(List<Stage> stages) {

    Lifecycle {
        stages = List.copyOf(stages);
    }

    /** The stages that come with fluxlab. */
    static Lifecycle standard() {
        try (InputStream in = Lifecycle.class.getResourceAsStream("lifecycle.yaml")) {
            if (in == null) {
                throw new IllegalStateException("lifecycle.yaml is not in the jar; build it again");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lifecycle of(String yaml) {
        return new Lifecycle(YamlText.read(yaml).asArr().orElseThrow().items().stream()
                .map(Stage::of)
                .toList());
    }

    /** The stage whose time has come, else the one that comes next; the first written of those that come together. */
    Optional<Stage> next(Facts facts) {
        List<Stage> fitting = stages.stream().filter(stage -> stage.fits(facts)).toList();
        Instant now = facts.now();
        return fitting.stream()
                .filter(stage -> !stage.due(facts).isAfter(now))
                .findFirst()
                .or(() -> fitting.stream().min(Comparator.comparing(stage -> stage.due(facts))));
    }
}
