package dev.fluxlab.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line whose output goes to a file: the one thing of a real shell that the lab's own commands need.
 *
 * @param file empty when the output goes to the screen
 */
record Redirection(String line, String file, boolean appends) {

    private static final Pattern TO_FILE =
            Pattern.compile("([^'\"|<>;&]*(?:'[^']*'[^'\"|<>;&]*)*)\\s(>{1,2})\\s*([^\\s'\"|<>;&]+)\\s*");

    static Redirection of(String line) {
        Matcher matcher = TO_FILE.matcher(line);
        return matcher.matches()
                ? new Redirection(
                        matcher.group(1), matcher.group(3), matcher.group(2).equals(">>"))
                : new Redirection(line, "", false);
    }

    boolean isToFile() {
        return !file.isEmpty();
    }

    int run(ShellCommand command, Path folder, Output screen) throws InterruptedException {
        OpenOption[] options = appends
                ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND}
                : new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                };
        List<String> words = Words.split(line);
        try (PrintWriter writer =
                new PrintWriter(Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8, options))) {
            return command.run(words.subList(1, words.size()), new Output(writer, false, screen.width()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
