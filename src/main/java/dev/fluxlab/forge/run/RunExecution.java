package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.forge.workflow.ExpressionException;
import dev.fluxlab.forge.workflow.Job;
import dev.fluxlab.forge.workflow.Scope;
import dev.fluxlab.forge.workflow.Template;
import dev.fluxlab.forge.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries out one run: its jobs one after the other, each once those it needs have ended. */
final class RunExecution {

    private final RunnerSettings settings;
    private final RunStore store;
    private final JobTokens tokens;
    private final Actions actions;
    private final Workflow workflow;
    private final HostedRepository repository;
    private RunRecord run;
    private Obj results = Obj.EMPTY;
    private boolean failed;

    RunExecution(Runs runs, HostedRepository repository, Workflow workflow, RunRecord run) {
        this.settings = runs.settings();
        this.store = runs.store();
        this.tokens = runs.tokens();
        this.actions = runs.actions();
        this.workflow = workflow;
        this.repository = repository;
        this.run = run;
    }

    void execute() throws IOException {
        List<JobRecord> queued = new ArrayList<>();
        for (Job job : workflow.jobs()) {
            queued.add(JobRecord.queued(store.jobId(run, queued.size() + 1), run.id(), job.name()));
        }
        run = store.withJobs(run, queued);
        for (int i = 0; i < queued.size(); i++) {
            execute(workflow.jobs().get(i), queued.get(i));
        }
        run = run.ended(failed ? Conclusions.FAILURE : Conclusions.SUCCESS, "", store.now());
        store.save(run);
    }

    private void execute(Job job, JobRecord queued) throws IOException {
        Path root = settings.work().resolve("job-" + queued.id());
        JobLog log = new JobLog(store.logOf(queued.id()), settings.time());
        log.mask(settings.secrets().values());
        JobState state = new JobState(repository, run, job.permissions(), root, log);
        Contexts contexts = new Contexts(settings, state, needs(job), workflow.name());
        if (!begins(job, contexts.scope(), log)) {
            save(queued.started(store.now()).ended(Conclusions.SKIPPED, store.now()));
            results = results.with(job.id(), JobExecution.resultWithoutOutputs(Conclusions.SKIPPED));
            return;
        }
        tokens.begin(state, queued.id());
        log.mask(List.of(state.token()));
        try {
            steps(job, queued.started(store.now()), state, contexts);
        } finally {
            tokens.end(queued.id());
            delete(root);
        }
    }

    private void steps(Job job, JobRecord started, JobState state, Contexts contexts) throws IOException {
        JobExecution execution = new JobExecution(job, state, contexts, actions, settings);
        JobRecord[] record = {started};
        save(started);
        try {
            execution.prepare(workflow.env());
            execution.run(
                    step -> {
                        record[0] = record[0].with(step);
                        save(record[0]);
                    },
                    store::now);
        } catch (ExpressionException e) {
            state.log().line("##[error]" + e.getMessage());
            state.fail();
        }
        String conclusion = state.failed() ? Conclusions.FAILURE : Conclusions.SUCCESS;
        failed |= state.failed();
        results = results.with(job.id(), execution.result(conclusion));
        save(record[0].ended(conclusion, store.now()));
    }

    private boolean begins(Job job, Scope scope, JobLog log) {
        boolean needFailed = job.needs().stream()
                .anyMatch(name -> !results.text(name, "result").equals(Conclusions.SUCCESS));
        try {
            return Template.holds(job.condition(), new Scope(scope.contexts(), needFailed));
        } catch (ExpressionException e) {
            log.line("##[error]" + e.getMessage());
            failed = true;
            return false;
        }
    }

    private Obj needs(Job job) {
        Obj.Builder needs = Obj.builder();
        job.needs().forEach(name -> results.get(name).ifPresent(result -> needs.put(name, result)));
        return needs.build();
    }

    private void save(JobRecord job) {
        run = run.with(job, store.now());
        store.save(run);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What a run that ended unexpectedly leaves behind. */
    RunRecord broken(Exception cause) {
        return run.ended(Conclusions.FAILURE, "the runner failed: " + cause.getMessage(), store.now());
    }
}
