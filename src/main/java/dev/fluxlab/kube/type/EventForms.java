package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An event in the form of v1 and in that of events.k8s.io/v1. */
final class EventForms {

    /** Each field that has another name in events.k8s.io/v1, by its name in v1. */
    private static final Map<String, String> RENAMED = Map.of(
            "involvedObject", "regarding",
            "message", "note",
            "reportingComponent", "reportingController",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount");

    private EventForms() {}

    static Obj toGrouped(Obj event) {
        Obj.Builder grouped = Obj.builder();
        event.members().forEach((key, value) -> grouped.put(RENAMED.getOrDefault(key, key), value));
        grouped.put("apiVersion", "events.k8s.io/v1");
        return withoutEmpty(grouped.build(), List.of("regarding", "reportingController", "reportingInstance", "note"));
    }

    static Obj toCore(Obj event) {
        Obj.Builder core = Obj.builder();
        for (Map.Entry<String, String> names : RENAMED.entrySet()) {
            event.get(names.getValue()).ifPresent(value -> core.put(names.getKey(), value));
        }
        event.members().forEach((key, value) -> {
            if (!RENAMED.containsValue(key)) {
                core.put(key, value);
            }
        });
        core.put("apiVersion", "v1");
        Obj made = Fill.all(
                        always("involvedObject", Obj.EMPTY),
                        always("source", Obj.EMPTY),
                        always("firstTimestamp", Null.NULL),
                        always("lastTimestamp", Null.NULL),
                        always("eventTime", Null.NULL),
                        always("reportingComponent", Json.string("")),
                        always("reportingInstance", Json.string("")))
                .apply(core.build());
        return withoutEmpty(made, List.of("count", "message"));
    }

    /** Go writes these fields of v1 even when nothing is in them. */
    private static UnaryOperator<Obj> always(String key, Json empty) {
        return event -> event.has(key) ? event : event.with(key, empty);
    }

    private static Obj withoutEmpty(Obj event, List<String> keys) {
        Obj kept = event;
        for (String key : keys) {
            Json value = event.get(key).orElse(Null.NULL);
            boolean empty = value.equals(Json.string("")) || value.equals(Num.of(0)) || value.equals(Obj.EMPTY);
            kept = empty ? kept.without(key) : kept;
        }
        return kept;
    }
}
