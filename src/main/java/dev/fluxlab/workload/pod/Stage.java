package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.MergePatch;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One stage of a container's life, as {@code lifecycle.yaml} writes it. */
record Stage(
        String name,
        Map<String, Json> when,
        String since,
        String after,
        Action action,
        Json then,
        List<Obj> told,
        Writing writing) {

    /**
     * What the container writes.
     *
     * @param begins whether this is the first of a new run
     */
    record Writing(boolean begins, List<Json> lines) {

        static Writing of(Json written) {
            return new Writing(written.at("begins").flatMap(Json::asBoolean).orElse(false), written.items("log"));
        }
    }

    /** What the kubelet does besides changing the status. */
    enum Action {
        NONE,
        PULL,
        FORGET,
        PROBE,
        SERVE,
        CONFIGURE
    }

    static Stage of(Json written) {
        String action = written.text("do");
        return new Stage(
                written.text("name"),
                written.obj("when").members(),
                written.text("since"),
                written.text("after"),
                action.isEmpty() ? Action.NONE : Action.valueOf(action.toUpperCase(Locale.ROOT)),
                written.obj("then"),
                written.items("events").stream().map(Json::obj).toList(),
                Writing.of(written));
    }

    boolean fits(Facts facts) {
        return when.entrySet().stream().allMatch(fact -> facts.hold(fact.getKey(), fact.getValue()));
    }

    Instant due(Facts facts) {
        return facts.moment(since).plus(facts.duration(after));
    }

    /** The container's status once the stage is taken. */
    Obj apply(Obj status, Facts facts) {
        return MergePatch.apply(status, facts.fill(then)).obj();
    }

    /** The lines that have something to say; a line of nothing but a fact that is not there is none. */
    List<String> log(Facts facts) {
        return writing.lines().stream()
                .map(line -> facts.fill(line).asText().orElse(""))
                .flatMap(String::lines)
                .toList();
    }

    List<Obj> events(Facts facts) {
        return told.stream().map(event -> facts.fill(event).obj()).toList();
    }
}
