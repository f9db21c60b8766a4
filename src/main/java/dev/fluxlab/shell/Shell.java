package dev.fluxlab.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads lines and runs them, until the learner leaves. */
public final class Shell {

    private final Commands commands;
    private final Outside outside;
    private final Path history;
    private final Supplier<String> prompt;

    /** The system around the shell: its programs, and the folder the learner is in. */
    public interface Outside {

        /** Runs a line whose first word is no command of the shell; empty when there is no such program either. */
        Optional<Integer> run(String line, Output out) throws InterruptedException;

        Path folder();
    }

    public Shell(Commands commands, Outside outside, Path history, Supplier<String> prompt) {
        this.commands = commands;
        this.outside = outside;
        this.history = history;
        this.prompt = prompt;
    }

    /** Runs until {@code exit}, Ctrl-D or the end of the input; returns how the last command went. */
    public int run(String greeting) {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            boolean plain = terminal.getType().startsWith(Terminal.TYPE_DUMB);
            int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
            Output out = new Output(terminal.writer(), !plain, width);
            out.prose(greeting);
            return loop(reader(terminal), terminal, out, plain);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be opened: " + e.getMessage(), e);
        }
    }

    private LineReader reader(Terminal terminal) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("fluxlab")
                .completer((reader, line, candidates) -> commands.completions(
                                line.words().subList(0, line.wordIndex() + 1))
                        .forEach(each -> candidates.add(new Candidate(each))))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, 2_000)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_BEEP, false)
                .build();
    }

    private int loop(LineReader reader, Terminal terminal, Output out, boolean plain) {
        int last = 0;
        while (true) {
            String line;
            try {
                line = reader.readLine(plain ? "" : prompt.get()).strip();
            } catch (UserInterruptException e) {
                continue; // Ctrl-C clears the line, as in any shell
            } catch (EndOfFileException e) {
                return last;
            }
            if (line.equals("exit") || line.equals("quit")) {
                return last;
            }
            if (!line.isEmpty() && !line.startsWith("#")) {
                last = runInterruptibly(line, terminal, out);
            }
        }
    }

    /** Ctrl-C ends the command that runs, not the shell. */
    private int runInterruptibly(String line, Terminal terminal, Output out) {
        Thread runner = Thread.currentThread();
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> runner.interrupt());
        try {
            return run(line, out);
        } catch (InterruptedException e) {
            out.line("interrupted");
            return 130;
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
            Thread.interrupted(); // a late Ctrl-C must not end the next command
        }
    }

    /** Runs one line; whatever goes wrong is said, and the shell goes on. */
    public int run(String line, Output out) throws InterruptedException {
        try {
            Redirection redirection = Redirection.of(line);
            Optional<ShellCommand> command =
                    Words.needsShell(redirection.line()) ? Optional.empty() : commandOf(redirection.line());
            if (command.isPresent() && redirection.isToFile()) {
                return redirection.run(command.get(), outside.folder(), out);
            }
            if (command.isPresent()) {
                List<String> words = Words.split(line);
                return command.get().run(words.subList(1, words.size()), out);
            }
            return outside.run(line, out).orElseGet(() -> unknown(line, out));
        } catch (IllegalArgumentException e) {
            out.line(out.bad("✗") + " " + e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            out.line(out.bad("✗") + " " + e.getMessage());
            return 1;
        }
    }

    private Optional<ShellCommand> commandOf(String line) {
        List<String> words = Words.split(line);
        return words.isEmpty() ? Optional.empty() : commands.find(words.get(0));
    }

    private int unknown(String line, Output out) {
        String typed = line.split("\\s", 2)[0];
        String near = commands.nearest(typed)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse(".");
        out.line(out.bad("✗") + " there is no command \"" + typed + "\"" + near + " \"help\" lists what there is.");
        return 127;
    }
}
