package dev.fluxlab.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorldClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final WorldClock clock = WorldClock.on(InstantSource.fixed(START), Duration.ZERO);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void what_comes_due_on_the_way_happens_in_its_order() throws Exception {
        clock.schedule(Duration.ofMinutes(5), () -> happened.add("late"));
        clock.schedule(Duration.ofMinutes(1), () -> happened.add("early"));
        clock.schedule(Duration.ofMinutes(20), () -> happened.add("never"));
        assertThat(clock.advance(Duration.ofMinutes(10))).isTrue();
        assertThat(happened).containsExactly("early", "late");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_task_may_schedule_the_next() throws Exception {
        repeat();
        clock.advance(Duration.ofMinutes(5));
        assertThat(happened).hasSize(5);
    }

    private void repeat() {
        clock.schedule(Duration.ofMinutes(1).minusSeconds(1), () -> {
            happened.add("again");
            repeat();
        });
    }

    @Test
    void a_cancelled_timer_does_not_run() throws Exception {
        Timer timer = clock.schedule(Duration.ofMinutes(1), () -> happened.add("cancelled"));
        timer.cancel();
        clock.advance(Duration.ofMinutes(2));
        assertThat(happened).isEmpty();
    }

    @Test
    void time_waits_for_work_that_a_moment_set_off() throws Exception {
        clock.schedule(Duration.ofMinutes(1), () -> {
            Activity work = clock.begin();
            Thread worker = new Thread(() -> {
                happened.add("worked at "
                        + clock.instant().minusSeconds(START.getEpochSecond()).getEpochSecond());
                work.close();
            });
            worker.start();
        });
        clock.schedule(Duration.ofMinutes(3), () -> happened.add("after"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(happened).containsExactly("worked at 61", "after");
    }

    @Test
    void a_task_that_fails_does_not_stop_the_others() throws Exception {
        clock.schedule(Duration.ofMinutes(1), () -> {
            throw new IllegalStateException("expected by this test");
        });
        clock.schedule(Duration.ofMinutes(2), () -> happened.add("second"));
        clock.advance(Duration.ofMinutes(3));
        assertThat(happened).containsExactly("second");
    }
}
