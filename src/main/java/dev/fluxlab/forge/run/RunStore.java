package dev.fluxlab.forge.run;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.registry.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every run of a forge, on disk before anybody is told. A run that a stop interrupted has failed. */
final class RunStore {

    private static final int JOBS_PER_RUN = 100;

    private final Path folder;
    private final InstantSource time;
    private final ConcurrentSkipListMap<Long, RunRecord> runs = new ConcurrentSkipListMap<>();

    private RunStore(Path folder, InstantSource time) {
        this.folder = folder;
        this.time = time;
    }

    static RunStore open(Path folder, InstantSource time) throws IOException {
        Files.createDirectories(folder);
        RunStore store = new RunStore(folder, time);
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                RunRecord run = RunRecord.read(JsonText.read(Files.readAllBytes(file)));
                store.runs.put(run.id(), run);
            }
        }
        store.all().stream().filter(run -> !run.isCompleted()).forEach(store::interrupted);
        return store;
    }

    private void interrupted(RunRecord run) {
        save(run.ended(Conclusions.FAILURE, "the forge stopped while this ran; start it again", now()));
    }

    String now() {
        return time.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    /** A new run, queued. */
    synchronized RunRecord create(String repository, String path, String name, RunRecord.Origin origin) {
        long id = runs.isEmpty() ? 1 : runs.lastKey() + 1;
        int number = 1
                + (int) runs.values().stream()
                        .filter(run -> run.isOf(repository) && run.path().equals(path))
                        .count();
        RunRecord run =
                new RunRecord(id, number, repository, path, name, origin, "queued", "", "", now(), now(), List.of());
        save(run);
        return run;
    }

    long jobId(RunRecord run, int index) {
        return run.id() * JOBS_PER_RUN + index;
    }

    RunRecord withJobs(RunRecord run, List<JobRecord> jobs) {
        return new RunRecord(
                run.id(),
                run.number(),
                run.repository(),
                run.path(),
                run.name(),
                run.origin(),
                run.status(),
                run.conclusion(),
                run.problem(),
                run.createdAt(),
                now(),
                jobs);
    }

    synchronized void save(RunRecord run) {
        try {
            DurableFile.write(folder.resolve(run.id() + ".json"), JsonText.bytes(run.stored()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record run " + run.id() + " in " + folder, e);
        }
        runs.put(run.id(), run);
    }

    Optional<RunRecord> find(long id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Every run, newest first. */
    List<RunRecord> all() {
        return runs.values().stream()
                .sorted(Comparator.comparingLong(RunRecord::id).reversed())
                .toList();
    }

    Path logOf(long jobId) {
        return folder.resolve(jobId + ".log");
    }

    String log(long jobId) {
        try {
            Path file = logOf(jobId);
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of job " + jobId, e);
        }
    }
}
