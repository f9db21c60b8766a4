package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.workflow.Scope;
import java.util.HashMap;
import java.util.Map;

/** The contexts that the expressions of one job see. */
final class Contexts {

    private final RunnerSettings settings;
    private final JobState job;
    private final Obj needs;
    private final String workflow;

    Contexts(RunnerSettings settings, JobState job, Obj needs, String workflow) {
        this.settings = settings;
        this.job = job;
        this.needs = needs;
        this.workflow = workflow;
    }

    Scope scope() {
        Map<String, String> secrets = new HashMap<>(settings.secrets());
        secrets.put("GITHUB_TOKEN", job.token());
        Obj contexts = Obj.builder()
                .put("github", github())
                .put("env", Obj.ofTexts(job.env()))
                .put("inputs", job.run().origin().inputs())
                .put("steps", Obj.ofMembers(job.steps()))
                .put("needs", needs)
                .put("vars", Obj.ofTexts(settings.vars()))
                .put("secrets", Obj.ofTexts(secrets))
                .put("job", Obj.of("status", job.failed() ? Conclusions.FAILURE : Conclusions.SUCCESS))
                .put("runner", runner())
                .build();
        return new Scope(contexts, job.failed());
    }

    private Obj runner() {
        return Obj.builder()
                .put("os", "Linux")
                .put("temp", job.folder("temp").toString())
                .build();
    }

    Obj github() {
        RunRecord run = job.run();
        RunRecord.Origin origin = run.origin();
        return Obj.builder()
                .put("repository", run.repository())
                .put("repository_owner", job.repository().name().owner())
                .put("ref", origin.ref())
                .put("ref_name", origin.refName())
                .put("ref_type", origin.ref().startsWith("refs/tags/") ? "tag" : "branch")
                .put("sha", origin.sha())
                .put("event_name", origin.event())
                .put("actor", origin.actor())
                .put("workflow", workflow)
                .put("run_id", Json.string(Long.toString(run.id())))
                .put("run_number", Json.string(Integer.toString(run.number())))
                .put("run_attempt", "1")
                .put("server_url", settings.forge().toString())
                .put("api_url", settings.forge() + "/api/v3")
                .put("workspace", job.workspace().toString())
                .put("token", job.token())
                .put("event", Obj.of("inputs", origin.inputs()))
                .build();
    }
}
