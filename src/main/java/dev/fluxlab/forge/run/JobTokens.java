package dev.fluxlab.forge.run;

import dev.fluxlab.forge.git.Caller;
import dev.fluxlab.registry.AccessTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of jobs that run; each ends with its job. */
final class JobTokens {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final AccessTokens tokens;
    private final InstantSource time;
    private final Map<String, JobState> running = new ConcurrentHashMap<>();

    JobTokens(AccessTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    void begin(JobState job, long jobId) {
        String pushes =
                job.permissions().writePackages() ? job.repository().name().value() : "";
        String holder = "job-" + jobId;
        job.token(tokens.issue(
                new AccessTokens.Grant(holder, pushes, time.instant().plus(LONGEST))));
        running.put(holder, job);
    }

    void end(long jobId) {
        running.remove("job-" + jobId);
    }

    Optional<JobState> job(String token) {
        return tokens.check(token).flatMap(grant -> Optional.ofNullable(running.get(grant.holder())));
    }

    /** Who holds a job's token: reads, and writes where its permissions say so, in its own repository only. */
    Optional<Caller> caller(String token) {
        return job(token)
                .map(job -> new Caller(
                        "github-actions[bot]",
                        true,
                        true,
                        name -> job.permissions().readContents()
                                && name.equals(job.repository().name()),
                        name -> job.permissions().writeContents()
                                && name.equals(job.repository().name())));
    }
}
