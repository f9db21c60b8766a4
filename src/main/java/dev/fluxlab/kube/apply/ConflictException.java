package dev.fluxlab.kube.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fields that an apply would change are owned by others; the message is that of the 409. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<ManagerId, FieldSet> fields;

    private ConflictException(String message, Map<ManagerId, FieldSet> fields) {
        super(message);
        this.fields = fields;
    }

    /** One cause of the Status: reason {@code FieldManagerConflict}, this message and this field. */
    public record Conflict(String message, String field) {}

    static ConflictException of(Map<ManagerId, FieldSet> fields) {
        return new ConflictException(message(fields), new TreeMap<>(fields));
    }

    private static String message(Map<ManagerId, FieldSet> fields) {
        List<String> lines = new ArrayList<>();
        List<Conflict> all = conflicts(fields);
        if (all.size() == 1) {
            return "Apply failed with 1 conflict: " + all.get(0).message() + ": "
                    + all.get(0).field();
        }
        fields.forEach((manager, set) -> {
            lines.add("conflicts with " + manager.described() + ":");
            set.paths().forEach(path -> lines.add("- " + written(path)));
        });
        return "Apply failed with " + all.size() + " conflicts: " + String.join("\n", lines);
    }

    private static List<Conflict> conflicts(Map<ManagerId, FieldSet> fields) {
        List<Conflict> conflicts = new ArrayList<>();
        fields.forEach((manager, set) -> set.paths()
                .forEach(path -> conflicts.add(new Conflict("conflict with " + manager.described(), written(path)))));
        return conflicts;
    }

    private static String written(List<PathElement> path) {
        return path.stream().map(PathElement::toString).collect(Collectors.joining());
    }

    public List<Conflict> conflicts() {
        return conflicts(fields);
    }

    /** The conflicts beyond those on the given fields; without any there is no conflict. */
    Map<ManagerId, FieldSet> beyond(FieldSet allowed) {
        Map<ManagerId, FieldSet> rest = new TreeMap<>();
        fields.forEach((manager, set) -> {
            FieldSet left = set.difference(allowed);
            if (!left.isEmpty()) {
                rest.put(manager, left);
            }
        });
        return rest;
    }
}
