package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Change;
import dev.fluxlab.kube.store.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of one watch, in the form that its client asked for. */
final class WatchEvents {

    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);
    private static final String INITIAL_END = "k8s.io/initial-events-end";

    private final Selection selection;
    private final Accepted accepted;
    private final Tables tables;
    private boolean first = true;

    WatchEvents(Selection selection, Accepted accepted, Tables tables) {
        this.selection = selection;
        this.accepted = accepted;
        this.tables = tables;
    }

    Optional<byte[]> added(Stored stored) {
        return selection.select(stored).map(object -> line("ADDED", stored, object));
    }

    /** The event that a change is to this watch; none when neither state is selected. */
    Optional<byte[]> changed(Change change) {
        Optional<Obj> before = change.before().flatMap(selection::select);
        Optional<Obj> after = change.after().flatMap(selection::select);
        if (after.isPresent()) {
            String type = before.isPresent() ? "MODIFIED" : "ADDED";
            return Optional.of(line(type, change.after().orElseThrow(), after.get()));
        }
        // an object that leaves the selection, by deletion or by change, is seen as it was, at the event's revision
        return before.map(object ->
                line("DELETED", form(Meta.with(object, "resourceVersion", Long.toString(change.revision())))));
    }

    byte[] bookmark(long revision, boolean endsInitial) {
        Obj metadata = Obj.of("resourceVersion", Long.toString(revision));
        Obj object = Obj.builder()
                .put("kind", selection.type().kind().kind())
                .put("apiVersion", selection.type().apiVersion())
                .put("metadata", endsInitial ? metadata.with("annotations", Obj.of(INITIAL_END, "true")) : metadata)
                .build();
        return line("BOOKMARK", form(object));
    }

    static byte[] error(ApiException refusal) {
        return line("ERROR", refusal.status());
    }

    private byte[] line(String type, Stored stored, Obj object) {
        boolean asKept = accepted.form() == Accepted.Form.FULL && object == stored.object();
        return asKept ? line(type, stored.json()) : line(type, form(object));
    }

    private Json form(Obj object) {
        return switch (accepted.form()) {
            case TABLE -> {
                boolean isFirst = first;
                first = false;
                yield tables.event(object, isFirst);
            }
            case PARTIAL -> Partial.object(object, accepted.transformVersion());
            default -> object;
        };
    }

    private static byte[] line(String type, Json object) {
        return line(type, JsonText.bytes(object));
    }

    private static byte[] line(String type, byte[] object) {
        byte[] start = ("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream line = new ByteArrayOutputStream(start.length + object.length + END.length);
        line.writeBytes(start);
        line.writeBytes(object);
        line.writeBytes(END);
        return line.toByteArray();
    }
}
