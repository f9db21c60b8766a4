package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Events, which v1 and events.k8s.io/v1 show in two forms; the form of v1 is kept. */
final class Events {

    private static final List<String> REFERENCE =
            List.of("kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath");

    private static final Table TABLE = new Table()
            .aged("Last Seen", Doc.of("lastTimestamp"), 0, (event, now) -> new Str(lastSeen(event, now)))
            .text("Type", Doc.of("type"), event -> event.text("type"))
            .text("Reason", Doc.of("reason"), event -> event.text("reason"))
            .text("Object", Doc.of("involvedObject"), Events::target)
            .wide("Subobject", Doc.of("involvedObject.fieldPath"), event -> event.text("involvedObject", "fieldPath"))
            .wide("Source", Doc.of("source"), Events::source)
            .text("Message", Doc.of("message"), event -> event.text("message").strip())
            .aged("First Seen", Doc.of("firstTimestamp"), 1, (event, now) -> new Str(firstSeen(event, now)))
            .column(
                    new Table.Heading("Count", "string", "", Doc.of("count"), 1),
                    (event, now) -> Json.number(count(event)))
            .column(
                    new Table.Heading("Name", "string", "name", Doc.of("metadata.name"), 1),
                    (event, now) -> new Str(event.text("metadata", "name")));

    private Events() {}

    static ResourceType.Builder core() {
        return ResourceType.of("v1", "Event")
                .shortNames("ev")
                .rules(rules("involvedObject", "source").table(TABLE));
    }

    static ResourceType.Builder grouped() {
        return ResourceType.of("events.k8s.io/v1", "Event")
                .shortNames("ev")
                .stored(new ResourceType.StoredForm(
                        GroupVersionKind.of("v1", "Event"),
                        new GroupResource("", "events"),
                        EventForms::toCore,
                        EventForms::toGrouped))
                .rules(grouped(rules("regarding", "deprecatedSource")));
    }

    private static Rules.Builder grouped(Rules.Builder rules) {
        REFERENCE.forEach(field -> rules.selectable("regarding." + field, event -> event.text("regarding", field)));
        return rules.selectable("reportingController").table(TABLE.of(EventForms::toCore));
    }

    private static Rules.Builder rules(String reference, String source) {
        Rules.Builder rules = Rules.builder()
                .check((event, at) -> EventChecks.check(event, reference, at))
                .createsOnUpdate();
        REFERENCE.forEach(field -> rules.selectable("involvedObject." + field, event -> event.text(reference, field)));
        return rules.selectable("reason")
                .selectable(
                        "reportingComponent",
                        event -> Read.orElse(event.text("reportingComponent"), event.text("reportingController")))
                .selectable("source", event -> event.text(source, "component"))
                .selectable("type");
    }

    private static String lastSeen(Obj event, Instant now) {
        String series = event.text("series", "lastObservedTime");
        if (!series.isEmpty()) {
            return Ages.since(series, now);
        }
        String last = event.text("lastTimestamp");
        return last.isEmpty() ? firstSeen(event, now) : Ages.since(last, now);
    }

    private static String firstSeen(Obj event, Instant now) {
        return Ages.since(Read.orElse(event.text("firstTimestamp"), event.text("eventTime")), now);
    }

    private static long count(Obj event) {
        if (!event.at("series").orElse(Null.NULL).isNull()) {
            return Read.number(event, "series", "count");
        }
        return Math.max(1, Read.number(event, "count"));
    }

    private static String target(Obj event) {
        String kind = event.text("involvedObject", "kind").toLowerCase(Locale.ROOT);
        String name = event.text("involvedObject", "name");
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String source(Obj event) {
        String component = Read.orElse(event.text("source", "component"), event.text("reportingComponent"));
        String instance = Read.orElse(event.text("source", "host"), event.text("reportingInstance"));
        return instance.isEmpty() ? component : component + ", " + instance;
    }
}
