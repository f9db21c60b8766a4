package dev.fluxlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Reconciliation;
import dev.fluxlab.world.view.WorldView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedWorldTest {

    @TempDir
    Path home;

    @Test
    void a_new_world_applies_its_fleet() {
        WorldOptions options = new WorldOptions() {
            @Override
            public Path home() {
                return home;
            }

            @Override
            public Path seeds() {
                return Path.of("labs/04-version-promotion/world");
            }
        };
        try (EmbeddedWorld world = EmbeddedWorld.start(options, Progress.silent());
                WorldView view = WorldView.of(world.access(), world.clock())) {
            Optional<Obj> root = view.cluster()
                    .await(
                            Kind.KUSTOMIZATION,
                            "flux-system",
                            "flux-system",
                            object -> Reconciliation.answerOf(object).isReady(),
                            Duration.ofSeconds(20));
            assertThat(root).isPresent();
        }
    }
}
