package dev.fluxlab.session;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;

/**
 * Something that happened, as the journal keeps it.
 *
 * @param what checked, passed, hinted, solution-shown, answered, moved, checkpoint
 * @param on the step or question it happened on, as {@code lab/step}
 * @param detail what belongs to it, e.g. the verdicts
 */
public record Entry(Instant when, String what, String on, Obj detail) {

    Obj toJson() {
        return Obj.builder()
                .put("when", when.toString())
                .put("what", what)
                .put("on", on)
                .put("detail", detail)
                .build();
    }

    static Entry fromJson(Json line) {
        return new Entry(Instant.parse(line.text("when")), line.text("what"), line.text("on"), line.obj("detail"));
    }
}
