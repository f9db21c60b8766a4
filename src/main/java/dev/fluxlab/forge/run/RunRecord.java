package dev.fluxlab.forge.run;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;

/**
 * A run of a workflow and what became of it, in the shape of GitHub's API.
 *
 * @param origin what started it
 * @param problem why it could not run at all; empty when it could
 */
public record RunRecord(
        long id,
        int number,
        String repository,
        String path,
        String name,
        Origin origin,
        String status,
        String conclusion,
        String problem,
        String createdAt,
        String updatedAt,
        List<JobRecord> jobs) {

    /** The event that started a run, the ref and commit it is about, who caused it, and with what inputs. */
    record Origin(String event, String ref, String sha, String actor, Obj inputs) {

        /** Branch or tag without its prefix. */
        String refName() {
            return ref.replaceFirst("^refs/(heads|tags)/", "");
        }
    }

    public RunRecord {
        jobs = List.copyOf(jobs);
    }

    RunRecord with(JobRecord job, String at) {
        List<JobRecord> changed =
                jobs.stream().map(each -> each.id() == job.id() ? job : each).toList();
        return new RunRecord(
                id, number, repository, path, name, origin, "in_progress", "", problem, createdAt, at, changed);
    }

    RunRecord ended(String how, String why, String at) {
        return new RunRecord(id, number, repository, path, name, origin, "completed", how, why, createdAt, at, jobs);
    }

    /** The number by which the API names a workflow file. */
    static long workflowId(String path) {
        return Math.abs((long) path.hashCode());
    }

    public boolean isCompleted() {
        return status.equals("completed");
    }

    boolean isOf(String fullName) {
        return repository.equals(fullName);
    }

    /** As the API shows it, without its jobs. */
    public Obj json() {
        return Obj.builder()
                .put("id", id)
                .put("name", name)
                .put("display_title", name)
                .put("path", path)
                .put("workflow_id", workflowId(path))
                .put("run_number", number)
                .put("event", origin.event())
                .put("head_branch", origin.refName())
                .put("head_sha", origin.sha())
                .put("ref", origin.ref())
                .put("inputs", origin.inputs())
                .put("actor", Obj.of("login", origin.actor()))
                .put("status", status)
                .put("conclusion", Conclusions.json(conclusion))
                .put("problem", problem)
                .put("created_at", createdAt)
                .put("run_started_at", createdAt)
                .put("updated_at", updatedAt)
                .put("repository", Obj.of("full_name", repository))
                .build();
    }

    /** Its jobs as the API shows them. */
    public List<Json> jobsJson() {
        return jobs.stream().<Json>map(JobRecord::json).toList();
    }

    Obj stored() {
        return json().with("jobs", new Arr(jobsJson()));
    }

    static RunRecord read(Json json) {
        Origin origin = new Origin(
                json.text("event"),
                json.text("ref"),
                json.text("head_sha"),
                json.text("actor", "login"),
                json.obj("inputs"));
        return new RunRecord(
                json.at("id").flatMap(Json::asLong).orElse(0L),
                json.at("run_number").flatMap(Json::asLong).orElse(0L).intValue(),
                json.text("repository", "full_name"),
                json.text("path"),
                json.text("name"),
                origin,
                json.text("status"),
                json.text("conclusion"),
                json.text("problem"),
                json.text("created_at"),
                json.text("updated_at"),
                json.items("jobs").stream().map(JobRecord::read).toList());
    }
}
