package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.workflow.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs scripts with bash, in an environment that holds nothing but what the job is given. */
final class Shell {

    private static final List<String> FILES =
            List.of("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY");

    private final RunnerSettings settings;
    private final JobState job;
    private final Obj github;

    Shell(RunnerSettings settings, JobState job, Obj github) {
        this.settings = settings;
        this.job = job;
        this.github = github;
    }

    /** Runs a script and takes in what it tells the job; its outputs. */
    Obj run(Step step, String script, Map<String, String> env, Duration bound) throws IOException, StepFailed {
        Path file = job.folder("temp").resolve("script.sh");
        Files.writeString(file, script);
        for (String name : FILES) {
            Files.writeString(job.folder("temp").resolve(name), "");
        }
        Path where = job.workspace().resolve(step.workingDirectory()).normalize();
        if (!where.startsWith(job.workspace()) || !Files.isDirectory(where)) {
            throw new StepFailed("there is no working directory \"" + step.workingDirectory() + "\" in the workspace");
        }
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .directory(where.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment(env));
        int exit = await(builder.start(), bound);
        takeIn();
        if (exit != 0) {
            throw new StepFailed("Process completed with exit code " + exit + ".");
        }
        return Obj.ofTexts(EnvironmentFile.read(job.folder("temp").resolve("GITHUB_OUTPUT")));
    }

    private int await(Process process, Duration bound) throws IOException, StepFailed {
        process.getOutputStream().close();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> copy(process));
        try {
            reading.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor();
        } catch (TimeoutException e) {
            end(process);
            throw new StepFailed("The job has exceeded its time of " + bound.toMinutes() + " minutes and was stopped");
        } catch (ExecutionException e) {
            end(process);
            throw new IOException("cannot read what the script prints", e);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new StepFailed("the forge was stopped");
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void copy(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                job.log().line(plain(line));
            }
        } catch (IOException e) {
            job.log().line("##[error]cannot read on: " + e.getMessage());
        }
    }

    /** Workflow commands are shown as GitHub shows them. */
    private String plain(String line) {
        if (line.startsWith("::add-mask::")) {
            job.log().mask(List.of(line.substring("::add-mask::".length())));
            return "::add-mask::***";
        }
        return line.replaceFirst("^::(error|warning|notice|group|endgroup|debug)(?: [^:]*)?::", "##[$1]");
    }

    private void takeIn() throws IOException, StepFailed {
        job.env().putAll(EnvironmentFile.read(job.folder("temp").resolve("GITHUB_ENV")));
        job.paths().addAll(0, Files.readAllLines(job.folder("temp").resolve("GITHUB_PATH")));
        for (String line : Files.readAllLines(job.folder("temp").resolve("GITHUB_STEP_SUMMARY"))) {
            job.log().line("##[summary]" + line);
        }
    }

    private Map<String, String> environment(Map<String, String> env) {
        Map<String, String> all = new LinkedHashMap<>();
        github.texts().forEach((name, value) -> {
            if (!name.equals("token")) {
                all.put("GITHUB_" + name.toUpperCase(java.util.Locale.ROOT), value);
            }
        });
        FILES.forEach(name -> all.put(name, job.folder("temp").resolve(name).toString()));
        all.put("CI", "true");
        all.put("GITHUB_ACTIONS", "true");
        all.put("RUNNER_TEMP", job.folder("temp").toString());
        all.put("HOME", job.folder("home").toString());
        all.put("LANG", "C.UTF-8");
        all.put("TZ", "UTC");
        all.put("GIT_TERMINAL_PROMPT", "0");
        all.put("GIT_CONFIG_NOSYSTEM", "1");
        all.put(
                "FLUXLAB_FORGE",
                settings.forge().getHost() + "/" + settings.forge().getPort());
        all.put("FLUXLAB_JOB_TOKEN", job.token());
        all.put("FLUXLAB_CLOCK_AHEAD", Long.toString(clockAhead()));
        all.putAll(env);
        all.put("PATH", path());
        return all;
    }

    private long clockAhead() { // seconds between the world and the machine, for the lab's own "date"
        return Duration.between(Instant.now(), settings.time().instant()).toSeconds();
    }

    private String path() {
        Stream<String> own = Stream.of(job.folder("bin").toString());
        Stream<String> handed = settings.toolPath().stream().map(Path::toString);
        Stream<String> machine = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        return Stream.of(job.paths().stream(), handed, own, machine)
                .flatMap(each -> each)
                .collect(Collectors.joining(":"));
    }
}
