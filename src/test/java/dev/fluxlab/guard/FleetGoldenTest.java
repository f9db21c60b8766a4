package dev.fluxlab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The fleet that real Flux ran is sound. */
final class FleetGoldenTest {

    private static final Path FLEET = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"), "fleet");

    @Test
    void the_recorded_fleet_has_no_hard_stop() throws IOException {
        assumeTrue(Files.isDirectory(FLEET), "no recorded fleet at " + FLEET.toAbsolutePath());
        assertThat(new Guard(InstantSource.system()).over(FLEET))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
