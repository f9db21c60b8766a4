package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.workflow.ExpressionException;
import dev.fluxlab.forge.workflow.Job;
import dev.fluxlab.forge.workflow.Step;
import dev.fluxlab.forge.workflow.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out the steps of one job, in order. */
final class JobExecution {

    private final Job job;
    private final JobState state;
    private final Contexts contexts;
    private final Actions actions;
    private final Shell shell;
    private final long deadline;

    JobExecution(Job job, JobState state, Contexts contexts, Actions actions, RunnerSettings settings) {
        this.job = job;
        this.state = state;
        this.contexts = contexts;
        this.actions = actions;
        this.shell = new Shell(settings, state, contexts.github());
        this.deadline =
                System.nanoTime() + Duration.ofMinutes(job.timeoutMinutes()).toNanos();
    }

    /** Makes the folders a job works in. */
    void prepare(Map<String, String> workflowEnv) throws IOException {
        for (String folder : new String[] {"temp", "home"}) {
            Files.createDirectories(state.folder(folder));
        }
        Files.createDirectories(state.workspace());
        ToolScripts.write(state.folder("bin"));
        state.env().putAll(render(workflowEnv));
        state.env().putAll(render(job.env()));
    }

    /** Runs every step, telling of each as it begins and ends. */
    void run(Consumer<StepRecord> changed, java.util.function.Supplier<String> now) {
        int number = 0;
        for (Step step : job.steps()) {
            number++;
            String name = nameOf(step);
            StepRecord begun = new StepRecord(number, name, "", now.get(), "");
            changed.accept(begun);
            String conclusion = run(step, name);
            changed.accept(new StepRecord(number, name, conclusion, begun.startedAt(), now.get()));
        }
    }

    private String nameOf(Step step) {
        try {
            return Template.render(step.name(), contexts.scope());
        } catch (ExpressionException e) {
            return step.name();
        }
    }

    private String run(Step step, String name) {
        Obj outputs = Obj.EMPTY;
        String outcome = Conclusions.SUCCESS;
        try {
            if (!Template.holds(step.condition(), contexts.scope())) {
                note(step, Obj.EMPTY, Conclusions.SKIPPED);
                return Conclusions.SKIPPED;
            }
            state.log().line("##[group]" + name);
            outputs = step.uses().isEmpty() ? script(step) : use(step);
        } catch (StepFailed | IOException | ExpressionException e) {
            state.log().line("##[error]" + e.getMessage());
            outcome = Conclusions.FAILURE;
        }
        note(step, outputs, outcome);
        if (outcome.equals(Conclusions.FAILURE) && !step.continueOnError()) {
            state.fail();
        }
        return outcome;
    }

    private void note(Step step, Obj outputs, String outcome) {
        boolean forgiven = step.continueOnError() && outcome.equals(Conclusions.FAILURE);
        Obj entry = Obj.builder()
                .put("outputs", outputs)
                .put("outcome", outcome)
                .put("conclusion", forgiven ? Conclusions.SUCCESS : outcome)
                .build();
        if (!step.id().isEmpty()) {
            state.steps().put(step.id(), entry);
        }
    }

    private Obj script(Step step) throws IOException, StepFailed {
        Map<String, String> env = new LinkedHashMap<>(state.env());
        env.putAll(render(step.env()));
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return shell.run(step, Template.render(step.run(), contexts.scope()), env, left);
    }

    private Obj use(Step step) throws IOException, StepFailed {
        Action.Call call = new Action.Call(step, render(step.with()), state);
        Action action = actions.get(call);
        call.checkInputs(action.inputs());
        return action.run(call);
    }

    /** What other jobs see of this one. */
    Obj result(String conclusion) {
        return Obj.builder()
                .put("result", conclusion)
                .put("outputs", Obj.ofTexts(render(job.outputs())))
                .build();
    }

    static Obj resultWithoutOutputs(String conclusion) {
        return Obj.of("result", Json.string(conclusion));
    }

    private Map<String, String> render(Map<String, String> templates) {
        Map<String, String> rendered = new LinkedHashMap<>();
        templates.forEach((name, text) -> rendered.put(name, Template.render(text, contexts.scope())));
        return rendered;
    }
}
