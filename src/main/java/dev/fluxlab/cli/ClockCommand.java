package dev.fluxlab.cli;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fluxlab clock}: the world's time. */
@Command(name = "clock", sortOptions = false, description = "Show the world's time.")
final class ClockCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Obj clock = new ControlClient(home.access()).clock();
        output.print(spec.commandLine().getOut(), clock, out -> out.println(describe(clock)));
        return ExitCode.HOLDS.code();
    }

    static String describe(Obj clock) {
        long ahead = clock.at("aheadSeconds").flatMap(Json::asLong).orElse(0L);
        return clock.text("now") + (ahead == 0 ? "" : " (" + Duration.ofSeconds(ahead) + " ahead of this machine)");
    }

    /** {@code fluxlab clock advance}: moves it. */
    @Command(
            name = "advance",
            sortOptions = false,
            description = "Move the world's time forward; what comes due on the way happens, in its order.")
    static final class Advance implements Callable<Integer> {

        @Parameters(paramLabel = "DURATION", description = "How far, e.g. 30s, 10m or 1h30m.")
        private String by = "";

        @Mixin
        private Home home = new Home();

        @Mixin
        private Output output = new Output();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws InterruptedException {
            Duration duration = duration();
            Obj clock = new ControlClient(home.access()).advance(duration);
            output.print(spec.commandLine().getOut(), clock, out -> out.println(describe(clock)));
            boolean rested = clock.at("rested").flatMap(Json::asBoolean).orElse(true);
            if (!rested) {
                spec.commandLine().getErr().println("fluxlab: the world is still busy; look again in a moment");
            }
            return rested ? ExitCode.HOLDS.code() : ExitCode.UNJUDGED.code();
        }

        private Duration duration() {
            try {
                Duration duration = Duration.parse("PT" + by.toUpperCase(Locale.ROOT));
                if (!duration.isNegative() && !duration.isZero()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // the message below covers both
            }
            throw WrongUsage.of(
                    spec.commandLine(), "time moves forward by a duration such as 10m, found \"" + by + "\"");
        }
    }
}
