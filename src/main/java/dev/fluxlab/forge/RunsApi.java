package dev.fluxlab.forge;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.run.RunRecord;
import dev.fluxlab.forge.run.Runs;
import dev.fluxlab.forge.workflow.WorkflowException;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflows and their runs. */
final class RunsApi {

    private final Runs runs;

    RunsApi(Runs runs) {
        this.runs = runs;
    }

    void addTo(ApiHandler api) {
        api.get("/actions/workflows", this::workflows)
                .get("/actions/workflows/{workflow}/runs", this::list)
                .post("/actions/workflows/{workflow}/dispatches", this::dispatch)
                .get("/actions/runs", this::list)
                .get("/actions/runs/{run}", call -> call.answer(200, run(call).json()))
                .get("/actions/runs/{run}/jobs", this::jobs)
                .get("/actions/runs/{run}/logs", call -> call.exchange().respond(200, runs.logOf(run(call))))
                .get("/actions/jobs/{job}/logs", this::jobLog);
    }

    private void workflows(ApiCall call) throws IOException {
        List<Json> found = runs.workflows(call.repository());
        call.answer(200, listing("workflows", found));
    }

    private void list(ApiCall call) {
        List<Json> found = runs.list(call.repository().name().value()).stream()
                .filter(run -> isWanted(call, run))
                .<Json>map(RunRecord::json)
                .toList();
        call.answer(200, listing("workflow_runs", found));
    }

    private static boolean isWanted(ApiCall call, RunRecord run) {
        Obj json = run.json();
        boolean all = call.path().pattern().pattern().endsWith("/actions/runs");
        return (all || names(run, call.part("workflow")))
                && fits(call, "branch", json.text("head_branch"))
                && fits(call, "event", json.text("event"))
                && fits(call, "head_sha", json.text("head_sha"))
                && (fits(call, "status", json.text("status")) || fits(call, "status", json.text("conclusion")));
    }

    private static boolean names(RunRecord run, String workflow) {
        String id = Long.toString(
                run.json().get("workflow_id").flatMap(Json::asLong).orElse(0L));
        return run.path().endsWith("/" + workflow)
                || id.equals(workflow)
                || run.name().equals(workflow);
    }

    private static boolean fits(ApiCall call, String parameter, String value) {
        return call.exchange().query().get(parameter).map(value::equals).orElse(true);
    }

    private void jobs(ApiCall call) {
        call.answer(200, listing("jobs", run(call).jobsJson()));
    }

    private void jobLog(ApiCall call) {
        long id = call.number("job");
        boolean here = runs.list(call.repository().name().value()).stream()
                .flatMap(run -> run.jobsJson().stream())
                .anyMatch(job -> job.at("id").flatMap(Json::asLong).orElse(0L) == id);
        if (!here) {
            throw new RequestRefused(404, "Not Found");
        }
        call.exchange().respond(200, runs.log(id));
    }

    private RunRecord run(ApiCall call) {
        return runs.find(call.number("run"))
                .filter(run -> run.repository().equals(call.repository().name().value()))
                .orElseThrow(() -> new RequestRefused(404, "Not Found"));
    }

    private void dispatch(ApiCall call) throws IOException {
        Json body = call.body();
        Map<String, String> inputs = new LinkedHashMap<>();
        body.obj("inputs")
                .members()
                .forEach((name, value) -> inputs.put(name, value.asText().orElse(value.toString())));
        try {
            String workflow = runs.workflowFile(call.repository(), call.part("workflow"));
            RunRecord run = runs.dispatch(
                    call.repository(),
                    workflow,
                    body.text("ref"),
                    new Runs.Dispatch(call.caller().name(), inputs));
            call.exchange()
                    .responseHeader(
                            "Location",
                            call.exchange().path().replaceFirst("/actions/.*", "/actions/runs/") + run.id());
        } catch (WorkflowException e) {
            throw new RequestRefused(422, "Invalid workflow file: " + e.getMessage());
        }
        call.exchange().respond(204);
    }

    private static Obj listing(String name, List<Json> items) {
        return Obj.builder()
                .put("total_count", items.size())
                .put(name, new Arr(items))
                .build();
    }
}
