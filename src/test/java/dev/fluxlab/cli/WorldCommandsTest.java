package dev.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.world.EmbeddedWorld;
import dev.fluxlab.world.Progress;
import dev.fluxlab.world.WorldFolder;
import dev.fluxlab.world.WorldOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldCommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private EmbeddedWorld world() {
        WorldOptions options = new WorldOptions() {
            @Override
            public Path home() {
                return home;
            }

            @Override
            public Path seeds() {
                return home;
            }

            @Override
            public Set<String> without() {
                return Set.of("flux", "workload");
            }
        };
        return EmbeddedWorld.start(options, Progress.silent());
    }

    private Json result() {
        return JsonText.read(out.toString());
    }

    @Test
    void without_a_world_every_verb_says_how_to_start_one() {
        for (String verb : new String[] {"env", "status", "clock"}) {
            assertThat(run(verb, "--home", home.toString())).isEqualTo(3);
            assertThat(err.toString()).contains("there is no world in", "fluxlab up");
        }
    }

    @Test
    void other_processes_find_a_running_world_and_move_its_clock() {
        try (EmbeddedWorld world = world()) {
            assertThat(run("env", "--home", home.toString())).isZero();
            assertThat(out.toString())
                    .contains("export KUBECONFIG='" + world.access().kubeconfig() + "'");
            assertThat(run("status", "-o", "json", "--home", home.toString())).isZero();
            assertThat(result().text("registry"))
                    .isEqualTo(world.access().registry().getAuthority());
            Instant before = world.clock().instant();
            assertThat(run("clock", "advance", "10m", "-o", "json", "--home", home.toString()))
                    .isZero();
            assertThat(Instant.parse(result().text("now"))).isAfterOrEqualTo(before.plusSeconds(600));
        }
    }

    @Test
    void a_world_that_is_served_is_neither_served_again_nor_reset() {
        try (EmbeddedWorld world = world()) {
            assertThat(world.access()).isNotNull();
            String holder = "process " + ProcessHandle.current().pid();
            assertThat(run("reset", "--home", home.toString())).isEqualTo(3);
            assertThat(err.toString()).contains(holder);
            assertThat(WorldFolder.of(home).exists()).isTrue();
        }
    }

    @Test
    void a_world_that_was_moved_resumes_at_its_time_and_address() {
        String cluster;
        Instant reached;
        try (EmbeddedWorld world = world()) {
            run("clock", "advance", "1h", "--home", home.toString());
            cluster = world.access().registry().toString();
            reached = world.clock().instant();
        }
        try (EmbeddedWorld world = world()) {
            assertThat(world.access().registry()).hasToString(cluster);
            assertThat(world.clock().instant()).isAfter(reached.minusSeconds(2));
        }
    }

    @Test
    void reset_throws_a_world_away_even_a_broken_one() throws IOException {
        world().close();
        Path secrets = WorldFolder.of(home).root().resolve("secrets.json");
        Files.writeString(secrets, "{");
        assertThat(run("up", "--without", "flux,workload", "--home", home.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains(secrets.toString(), "fluxlab reset");
        assertThat(secrets).exists();
        assertThat(run("reset", "--home", home.toString())).isZero();
        assertThat(WorldFolder.of(home).root()).doesNotExist();
    }

    @Test
    void wrong_usage_is_named_and_nothing_is_started() {
        assertThat(run("up", "--without", "fluxx")).isEqualTo(2);
        assertThat(err.toString()).contains("fluxx");
        assertThat(run("up", "--backend", "k3s")).isEqualTo(2);
        assertThat(err.toString()).contains("k3s", "embedded");
        assertThat(run("clock", "advance", "soon", "--home", home.toString())).isEqualTo(2);
        assertThat(run("controllers", "--kubeconfig", home.resolve("none").toString()))
                .isEqualTo(2);
    }
}
