package dev.fluxlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellTest {

    private final StringWriter printed = new StringWriter();
    private final Output out = new Output(new PrintWriter(printed), false, 80);
    private final Shell shell =
            new Shell(new Commands(List.of(new Echo())), new Machine(), Path.of("unused"), () -> "> ");

    @TempDir
    Path folder;

    private final class Machine implements Shell.Outside {
        @Override
        public Optional<Integer> run(String line, Output to) {
            return line.startsWith("ls") ? Optional.of(7) : Optional.empty();
        }

        @Override
        public Path folder() {
            return folder;
        }
    }

    @Test
    void a_command_of_the_shell_may_write_to_a_file() throws Exception {
        assertThat(shell.run("check 'one > two' > said.txt", out)).isZero();
        assertThat(folder.resolve("said.txt")).hasContent("one > two");
        assertThat(printed.toString()).isEmpty();
    }

    private static final class Echo implements ShellCommand {
        @Override
        public String name() {
            return "check";
        }

        @Override
        public String summary() {
            return "prints its words";
        }

        @Override
        public int run(List<String> words, Output to) {
            if (words.contains("fail")) {
                throw new IllegalStateException("what was wrong");
            }
            to.line(String.join("|", words));
            return 0;
        }
    }

    @Test
    void words_are_split_as_a_posix_shell_does() throws Exception {
        shell.run("check one 'two three' \"fo\\\"ur\" fi\\ ve # not this", out);
        assertThat(printed).hasToString("one|two three|fo\"ur|fi ve" + System.lineSeparator());
    }

    @Test
    void a_mistyped_command_is_answered_with_the_nearest() throws Exception {
        assertThat(shell.run("chekc", out)).isEqualTo(127);
        assertThat(printed.toString()).contains("did you mean \"check\"?");
    }

    @Test
    void a_command_that_fails_says_so_and_the_shell_goes_on() throws Exception {
        assertThat(shell.run("check fail", out)).isEqualTo(1);
        assertThat(printed.toString()).contains("what was wrong");
        assertThat(shell.run("check again", out)).isZero();
    }

    @Test
    void an_open_quote_is_wrong_usage() throws Exception {
        assertThat(shell.run("check 'open", out)).isEqualTo(2);
    }

    @Test
    void what_is_no_command_goes_outside() throws Exception {
        assertThat(shell.run("ls -l", out)).isEqualTo(7);
    }

    @Test
    void prose_is_wrapped_to_the_width_and_code_left_alone() {
        List<String> lines = new Prose(30, false)
                .lines(
                        "# Title\n\nA sentence that is longer than thirty signs.\n\n```console\n$ git log --oneline --graph --all\n```");
        assertThat(lines).contains("Title", "    $ git log --oneline --graph --all");
        assertThat(lines).filteredOn(line -> !line.contains("git")).allMatch(line -> line.length() <= 30);
    }
}
