package dev.fluxlab.cli.lab;

import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.Shell;
import dev.fluxlab.world.view.Access;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs what the shell does not know with the system's own shell, in the learner's folder, with the world's addresses. */
final class SystemPrograms implements Shell.Outside {

    private static final int NOT_FOUND = 127;

    private final Workplace workplace;
    private final Access access;

    SystemPrograms(Workplace workplace, Access access) {
        this.workplace = workplace;
        this.access = access;
    }

    @Override
    public Optional<Integer> run(String line, Output out) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .directory(workplace.folder().toFile());
        builder.environment().put("KUBECONFIG", access.kubeconfig().toString());
        builder.environment().put("REGISTRY", access.registry().getAuthority() + "/" + Access.ORGANISATION);
        builder.environment().put("FORGE", access.forge().toString());
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        if (out.isTerminal()) {
            return exit(start(builder.inheritIO()));
        }
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Process process = start(builder);
        copy(process, out);
        return exit(process);
    }

    /** Whether the system has a program of this name on its PATH. */
    static boolean has(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator)).anyMatch(folder -> new File(folder, program).canExecute());
    }

    @Override
    public Path folder() {
        return workplace.folder();
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException("the system's shell did not start: " + e.getMessage(), e);
        }
    }

    private static void copy(Process process, Output out) {
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            reader.transferTo(out.writer());
            out.writer().flush();
        } catch (IOException e) {
            throw new IllegalStateException("the program's output was cut off: " + e.getMessage(), e);
        }
    }

    private static Optional<Integer> exit(Process process) throws InterruptedException {
        try {
            int code = process.waitFor();
            return code == NOT_FOUND ? Optional.empty() : Optional.of(code);
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }
}
