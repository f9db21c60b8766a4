package dev.fluxlab.workload.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LifecycleTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    static Stream<Named<Json>> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(LifecycleTest.class.getResourceAsStream("lifecycle/cases.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Json> cases = YamlText.read(text).asArr().orElseThrow().items();
            return cases.stream().map(one -> Named.of(one.text("name"), one));
        }
    }

    private static Facts facts(Json written) {
        Map<String, Instant> moments = new HashMap<>();
        for (String moment : List.of("tried", "started", "finished", "probed")) {
            String ago = written.text(moment);
            if (!ago.isEmpty()) {
                moments.put(moment, NOON.minus(GoDuration.parse(ago.substring(1))));
            }
        }
        Map<String, Json> values = new HashMap<>(written.obj("facts").members());
        values.put("now", Json.string(NOON.toString()));
        return new Facts(values, moments, NOON);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_container_goes_through_the_stage_that_is_written(Json written) {
        Facts facts = facts(written);
        Optional<Stage> stage = Lifecycle.standard().next(facts);
        assertThat(stage.map(Stage::name).orElse("")).isEqualTo(written.text("stage"));
        if (stage.isEmpty()) {
            return;
        }
        Duration wait = Duration.between(NOON, stage.get().due(facts));
        assertThat(wait.isNegative() ? Duration.ZERO : wait).isEqualTo(facts.duration(written.text("wait")));
        if (written.at("status").isPresent()) {
            assertThat(stage.get().apply(Obj.EMPTY, facts)).isEqualTo(written.obj("status"));
        }
        if (written.at("events").isPresent()) {
            assertThat(stage.get().events(facts).stream().map(event -> (Json) Json.string(event.text("message"))))
                    .isEqualTo(written.items("events"));
        }
    }

    @Test
    void every_stage_has_a_name_and_a_condition() {
        assertThat(Lifecycle.standard().stages()).isNotEmpty().allSatisfy(stage -> {
            assertThat(stage.name()).isNotEmpty();
            assertThat(stage.when()).isNotEmpty();
        });
    }
}
