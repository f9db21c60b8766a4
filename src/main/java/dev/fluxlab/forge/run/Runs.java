package dev.fluxlab.forge.run;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.AfterPush;
import dev.fluxlab.forge.git.Caller;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.forge.git.Push;
import dev.fluxlab.forge.git.RefChange;
import dev.fluxlab.forge.workflow.DispatchTrigger;
import dev.fluxlab.forge.workflow.Workflow;
import dev.fluxlab.forge.workflow.WorkflowException;
import dev.fluxlab.forge.workflow.WorkflowReader;
import dev.fluxlab.http.Handler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jgit.lib.ObjectId;

/** The workflow runs of a forge: starts them, one after the other, and knows what became of them. */
public final class Runs implements AfterPush, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Runs.class.getName());

    private final RunnerSettings settings;
    private final RunStore store;
    private final JobTokens tokens;
    private final ReleaseStore releases;
    private final Actions actions;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "workflow-runner");
        thread.setDaemon(true);
        return thread;
    });

    private Runs(RunnerSettings settings, RunStore store, ReleaseStore releases) {
        this.settings = settings;
        this.store = store;
        this.releases = releases;
        this.tokens = new JobTokens(settings.tokens(), settings.time());
        this.actions = new Actions(settings, releases);
    }

    /** The runs recorded in the folder; those that a stop interrupted have failed. */
    public static Runs in(Path folder, RunnerSettings settings, ReleaseStore releases) throws IOException {
        return new Runs(settings, RunStore.open(folder, settings.time()), releases);
    }

    RunnerSettings settings() {
        return settings;
    }

    RunStore store() {
        return store;
    }

    JobTokens tokens() {
        return tokens;
    }

    Actions actions() {
        return actions;
    }

    /** Who holds the token of a running job. */
    public Optional<Caller> jobCaller(String token) {
        return tokens.caller(token);
    }

    /** Serves the commands that running scripts call. */
    public Handler commands() {
        return new ToolHandler(tokens, releases);
    }

    @Override
    public void pushed(Push push) {
        if (push.caller().byJob()) {
            return; // as on GitHub: what a job pushes with its token starts nothing, so that nothing starts itself
        }
        for (RefChange change : push.changes()) {
            if (!change.isDelete()) {
                pushed(push, change);
            }
        }
    }

    private void pushed(Push push, RefChange change) {
        try {
            WorkflowFiles files = new WorkflowFiles(push.repository());
            ObjectId commit = push.repository().git().resolve(change.after().name() + "^{commit}");
            Set<String> changed = files.changed(change.before(), commit);
            RunRecord.Origin origin = new RunRecord.Origin(
                    "push", change.ref(), commit.name(), push.caller().name(), Obj.EMPTY);
            files.at(commit).forEach((path, text) -> begin(push.repository(), path, text, origin, changed));
        } catch (IOException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "cannot read the workflows of " + push.repository().name());
        }
    }

    private void begin(
            HostedRepository repository, String path, String text, RunRecord.Origin origin, Set<String> changed) {
        try {
            Workflow workflow = WorkflowReader.read(path, text);
            if (workflow.onPush()
                    .filter(trigger -> trigger.matches(origin.ref(), changed))
                    .isPresent()) {
                start(repository, workflow, origin);
            }
        } catch (WorkflowException e) {
            RunRecord run = store.create(repository.name().value(), path, path, origin);
            store.save(run.ended(Conclusions.FAILURE, "Invalid workflow file: " + e.getMessage(), store.now()));
        }
    }

    /**
     * Starts a workflow by hand.
     *
     * @param file name of the workflow's file
     * @param ref branch or tag
     * @throws IllegalArgumentException when there is no such workflow or ref, or the inputs do not fit
     * @throws WorkflowException when the file is not valid
     */
    public RunRecord dispatch(HostedRepository repository, String file, String ref, Dispatch dispatch)
            throws IOException {
        ObjectId commit = repository.git().resolve(ref + "^{commit}");
        if (commit == null) {
            throw new IllegalArgumentException("No ref found for: " + ref);
        }
        String path = file.contains("/") ? file : WorkflowFiles.FOLDER + "/" + file;
        String text = new WorkflowFiles(repository).at(commit).get(path);
        if (text == null) {
            throw new IllegalArgumentException("there is no " + path + " on " + ref);
        }
        Workflow workflow = WorkflowReader.read(path, text);
        DispatchTrigger trigger = workflow.onDispatch()
                .orElseThrow(() -> new IllegalArgumentException("Workflow does not have 'workflow_dispatch' trigger"));
        Obj inputs = trigger.resolve(dispatch.inputs());
        boolean tag = repository.git().findRef("refs/heads/" + ref) == null;
        String full = ref.startsWith("refs/") ? ref : (tag ? "refs/tags/" : "refs/heads/") + ref;
        return start(
                repository,
                workflow,
                new RunRecord.Origin("workflow_dispatch", full, commit.name(), dispatch.actor(), inputs));
    }

    /** Who starts a workflow by hand, and with what. */
    public record Dispatch(String actor, Map<String, String> inputs) {}

    private RunRecord start(HostedRepository repository, Workflow workflow, RunRecord.Origin origin) {
        RunRecord run = store.create(repository.name().value(), workflow.path(), workflow.name(), origin);
        Activity activity = settings.busy().get();
        executor.execute(() -> execute(new RunExecution(this, repository, workflow, run), activity));
        return run;
    }

    private void execute(RunExecution execution, Activity activity) {
        try (activity) {
            execution.execute();
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the forge stops: the record still says "in progress", which the next start corrects
            }
            LOG.log(Level.SEVERE, "a workflow run failed unexpectedly", e);
            store.save(execution.broken(e));
        }
    }

    /** The workflows on the default branch, in the shape of GitHub's API; one that does not read says so. */
    public List<Json> workflows(HostedRepository repository) throws IOException {
        ObjectId commit = repository.git().resolve("HEAD^{commit}");
        if (commit == null) {
            return List.of();
        }
        return new WorkflowFiles(repository)
                .at(commit).entrySet().stream()
                        .<Json>map(file -> workflowJson(file.getKey(), file.getValue()))
                        .toList();
    }

    private static Obj workflowJson(String path, String text) {
        Obj.Builder json = Obj.builder().put("id", RunRecord.workflowId(path)).put("path", path);
        try {
            return json.put("name", WorkflowReader.read(path, text).name())
                    .put("state", "active")
                    .build();
        } catch (WorkflowException e) {
            return json.put("name", path)
                    .put("state", "invalid")
                    .put("problem", e.getMessage())
                    .build();
        }
    }

    /** The file of a workflow that is named by its file, its id or its name. */
    public String workflowFile(HostedRepository repository, String named) throws IOException {
        return workflows(repository).stream()
                .filter(workflow -> workflow.text("name").equals(named)
                        || workflow.at("id").orElse(Json.string("")).toString().equals(named))
                .findFirst()
                .map(workflow -> workflow.text("path"))
                .orElse(named);
    }

    /** The runs of a repository, newest first. */
    public List<RunRecord> list(String repository) {
        return store.all().stream().filter(run -> run.isOf(repository)).toList();
    }

    public Optional<RunRecord> find(long id) {
        return store.find(id);
    }

    /** The log of a job. */
    public String log(long jobId) {
        return store.log(jobId);
    }

    /** The logs of every job of a run, and why it could not run if it could not. */
    public String logOf(RunRecord run) {
        StringBuilder text = new StringBuilder(run.problem().isEmpty() ? "" : run.problem() + "\n");
        run.jobs()
                .forEach(job ->
                        text.append("== ").append(job.name()).append('\n').append(log(job.id())));
        return text.toString();
    }

    /** Stops the runner; what it was doing has failed when it starts again. */
    @Override
    public void close() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warning("a workflow run did not stop within 10 seconds");
        }
    }
}
