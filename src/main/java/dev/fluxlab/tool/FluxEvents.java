package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code flux events}. */
final class FluxEvents {

    private final FluxCall call;
    private final InstantSource clock;

    FluxEvents(FluxCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    int run() {
        Optional<String> wanted = call.arguments().value("for");
        wanted.ifPresent(FluxEvents::checkKind);
        List<Obj> events = call.world().cluster().list(Kind.EVENT, call.listed()).stream()
                .filter(FluxEvents::isFlux)
                .filter(event -> wanted.isEmpty() || isFor(event, wanted.get()))
                .filter(this::isOfType)
                .sorted(Comparator.comparing(FluxEvents::lastSeen))
                .toList();
        if (events.isEmpty()) {
            call.failure(
                    call.allNamespaces()
                            ? "No events found."
                            : "No events found in " + call.namespace() + " namespace.");
            return 0;
        }
        FluxTable table = new FluxTable(header());
        events.forEach(event -> table.add(row(event)));
        call.console().print(table.print(!call.arguments().has("no-header")));
        return 0;
    }

    private static void checkKind(String wanted) {
        String kind = wanted.split("/", 2)[0];
        if (Arrays.stream(FluxKind.values())
                .noneMatch(each -> each.kind().kind().equalsIgnoreCase(kind))) {
            throw new ToolFailure(1, "'" + kind + "' is not a recognized Flux kind");
        }
    }

    private boolean isOfType(Obj event) {
        Optional<String> types = call.arguments().value("types");
        return types.isEmpty()
                || Arrays.stream(types.get().split(",", -1))
                        .anyMatch(type -> type.equalsIgnoreCase(event.text("type")));
    }

    private static boolean isFlux(Obj event) {
        return event.text("involvedObject", "apiVersion").contains("toolkit.fluxcd.io");
    }

    private static boolean isFor(Obj event, String wanted) {
        String[] parts = wanted.split("/", 2);
        return event.text("involvedObject", "kind").equalsIgnoreCase(parts[0])
                && (parts.length == 1 || event.text("involvedObject", "name").equals(parts[1]));
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("last seen", "type", "reason", "object", "message"));
        if (call.allNamespaces()) {
            header.add(0, "namespace");
        }
        return header;
    }

    private List<String> row(Obj event) {
        List<String> row = new ArrayList<>(List.of(
                seen(event),
                event.text("type"),
                event.text("reason"),
                event.text("involvedObject", "kind") + "/" + event.text("involvedObject", "name"),
                event.text("message")));
        if (call.allNamespaces()) {
            row.add(0, event.text("metadata", "namespace"));
        }
        return row;
    }

    private String seen(Obj event) {
        String last = GoDuration.age(Duration.between(lastSeen(event), clock.instant()));
        long count = event.at("count").flatMap(Json::asLong).orElse(1L);
        String first = event.text("firstTimestamp");
        return count > 1 && !first.isEmpty()
                ? last + " (x" + count + " over "
                        + GoDuration.age(Duration.between(Instant.parse(first), clock.instant())) + ")"
                : last;
    }

    private static Instant lastSeen(Obj event) {
        String last = event.text("lastTimestamp");
        String time = last.isEmpty() ? event.text("metadata", "creationTimestamp") : last;
        return time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
    }
}
