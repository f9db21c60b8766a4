package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Who owns what, as {@code metadata.managedFields} records it. */
final class ManagedFields {

    static final ManagedFields NONE = new ManagedFields(Map.of());

    /** The fields of one manager in one version; the time is empty until its writes change the object. */
    record Entry(FieldSet set, String apiVersion, Optional<Instant> time) {

        Entry with(FieldSet other) {
            return new Entry(other, apiVersion, time);
        }

        private long seconds() {
            return time.map(Instant::getEpochSecond).orElse(0L);
        }
    }

    private final TreeMap<ManagerId, Entry> entries;

    private ManagedFields(Map<ManagerId, Entry> entries) {
        this.entries = new TreeMap<>(entries);
    }

    /** These entries, without those that own nothing. */
    static ManagedFields of(Map<ManagerId, Entry> entries) {
        return new ManagedFields(entries).map((manager, entry) -> entry.set());
    }

    Map<ManagerId, Entry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Optional<Entry> of(ManagerId manager) {
        return Optional.ofNullable(entries.get(manager));
    }

    /** With the entry of one manager set, or gone when it owns nothing. */
    ManagedFields with(ManagerId manager, Entry entry) {
        TreeMap<ManagerId, Entry> next = new TreeMap<>(entries);
        if (entry.set().isEmpty()) {
            next.remove(manager);
        } else {
            next.put(manager, entry);
        }
        return new ManagedFields(next);
    }

    ManagedFields without(ManagerId manager) {
        TreeMap<ManagerId, Entry> next = new TreeMap<>(entries);
        next.remove(manager);
        return new ManagedFields(next);
    }

    /** With every set changed; managers that own nothing afterwards are gone. */
    ManagedFields map(BiFunction<ManagerId, Entry, FieldSet> change) {
        TreeMap<ManagerId, Entry> next = new TreeMap<>();
        entries.forEach((manager, entry) -> {
            FieldSet set = change.apply(manager, entry);
            if (!set.isEmpty()) {
                next.put(manager, entry.with(set));
            }
        });
        return new ManagedFields(next);
    }

    /** Those entries whose version is known; the others are of versions that the kind no longer has. */
    ManagedFields inVersions(Set<String> versions) {
        return map((manager, entry) -> versions.contains(entry.apiVersion()) ? entry.set() : FieldSet.EMPTY);
    }

    /** What an object records; empty when any entry is invalid, for then none is to be trusted. */
    static Optional<ManagedFields> read(Obj object) {
        TreeMap<ManagerId, Entry> entries = new TreeMap<>();
        try {
            for (Json item : object.items("metadata", "managedFields")) {
                if (!isValid(item)) {
                    return Optional.empty();
                }
                entries.put(
                        manager(item),
                        new Entry(FieldsV1.read(item.obj("fieldsV1")), item.text("apiVersion"), time(item)));
            }
        } catch (DocumentException | DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.of(new ManagedFields(entries));
    }

    private static boolean isValid(Json item) {
        String operation = item.text("operation");
        return (operation.equals("Apply") || operation.equals("Update"))
                && !item.text("apiVersion").isEmpty()
                && item.text("fieldsType").equals("FieldsV1");
    }

    private static ManagerId manager(Json item) {
        String name = item.text("manager");
        String subresource = item.text("subresource");
        return item.text("operation").equals("Apply")
                ? ManagerId.applier(name, subresource)
                : ManagerId.updater(name, item.text("apiVersion"), subresource);
    }

    private static Optional<Instant> time(Json item) {
        String time = item.text("time");
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(time).toInstant());
    }

    /** Whether an object asks to forget its managed fields, by a list that is there and empty. */
    static boolean isReset(Obj object) {
        return object.at("metadata", "managedFields")
                .flatMap(Json::asArr)
                .filter(list -> list.isEmpty() || list.equals(Arr.of(Obj.EMPTY)))
                .isPresent();
    }

    static Obj strip(Obj object) {
        return object.at("metadata", "managedFields").isEmpty()
                ? object
                : object.withObj("metadata", meta -> meta.without("managedFields"));
    }

    /** The object with these managed fields, appliers first, then by time. */
    Obj writeTo(Obj object) {
        if (entries.isEmpty()) {
            return strip(object);
        }
        List<Map.Entry<ManagerId, Entry>> sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<ManagerId, Entry> each) -> each.getKey().operation())
                .thenComparing(each -> each.getValue().seconds())
                .thenComparing(each -> each.getKey().manager())
                .thenComparing(each -> each.getValue().apiVersion())
                .thenComparing(each -> each.getKey().subresource()));
        Arr list = new Arr(sorted.stream()
                .<Json>map(each -> written(each.getKey(), each.getValue()))
                .toList());
        return object.withObj("metadata", meta -> meta.with("managedFields", list));
    }

    private static Obj written(ManagerId manager, Entry entry) {
        Obj.Builder out = Obj.builder();
        if (!manager.manager().isEmpty()) {
            out.put("manager", manager.manager());
        }
        out.put("operation", manager.operation()).put("apiVersion", entry.apiVersion());
        entry.time()
                .ifPresent(time ->
                        out.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString()));
        out.put("fieldsType", "FieldsV1").put("fieldsV1", FieldsV1.print(entry.set()));
        if (!manager.subresource().isEmpty()) {
            out.put("subresource", manager.subresource());
        }
        return out.build();
    }
}
