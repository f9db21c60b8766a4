package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** What became of a step. */
record StepRecord(int number, String name, String conclusion, String startedAt, String completedAt) {

    Obj json() {
        return Obj.builder()
                .put("name", name)
                .put("number", number)
                .put("status", conclusion.isEmpty() ? "in_progress" : "completed")
                .put("conclusion", Conclusions.json(conclusion))
                .put("started_at", startedAt)
                .put("completed_at", Conclusions.json(completedAt))
                .build();
    }

    static StepRecord read(Json json) {
        int number = json.at("number").flatMap(Json::asLong).orElse(0L).intValue();
        return new StepRecord(
                number, json.text("name"), json.text("conclusion"), json.text("started_at"), json.text("completed_at"));
    }
}
