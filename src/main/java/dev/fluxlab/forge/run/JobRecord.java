package dev.fluxlab.forge.run;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** A job of a run and what became of it, in the shape of GitHub's API. */
record JobRecord(
        long id,
        long runId,
        String name,
        String status,
        String conclusion,
        String startedAt,
        String completedAt,
        List<StepRecord> steps) {

    JobRecord {
        steps = List.copyOf(steps);
    }

    static JobRecord queued(long id, long runId, String name) {
        return new JobRecord(id, runId, name, "queued", "", "", "", List.of());
    }

    JobRecord started(String at) {
        return new JobRecord(id, runId, name, "in_progress", "", at, "", steps);
    }

    JobRecord ended(String how, String at) {
        return new JobRecord(id, runId, name, "completed", how, startedAt, at, steps);
    }

    /** With a step added, or replaced by what it has become. */
    JobRecord with(StepRecord step) {
        List<StepRecord> all = new ArrayList<>(steps);
        all.removeIf(each -> each.number() == step.number());
        all.add(step);
        return new JobRecord(id, runId, name, status, conclusion, startedAt, completedAt, all);
    }

    Obj json() {
        return Obj.builder()
                .put("id", id)
                .put("run_id", runId)
                .put("name", name)
                .put("status", status)
                .put("conclusion", Conclusions.json(conclusion))
                .put("started_at", Conclusions.json(startedAt))
                .put("completed_at", Conclusions.json(completedAt))
                .put("steps", new Arr(steps.stream().<Json>map(StepRecord::json).toList()))
                .build();
    }

    static JobRecord read(Json json) {
        return new JobRecord(
                json.at("id").flatMap(Json::asLong).orElse(0L),
                json.at("run_id").flatMap(Json::asLong).orElse(0L),
                json.text("name"),
                json.text("status"),
                json.text("conclusion"),
                json.text("started_at"),
                json.text("completed_at"),
                json.items("steps").stream().map(StepRecord::read).toList());
    }
}
