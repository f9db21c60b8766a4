package dev.fluxlab.flux.setter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was set, by file and object. */
public final class Changes {

    private final Map<String, Map<ChangedObject, List<Change>>> files = new TreeMap<>();

    public void add(String file, ChangedObject object, Change change) {
        files.computeIfAbsent(file, path -> new TreeMap<>())
                .computeIfAbsent(object, key -> new ArrayList<>())
                .add(change);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** By path, then object, both in their order. */
    public Map<String, Map<ChangedObject, List<Change>>> files() {
        return files;
    }

    /** By object, over all files. */
    public Map<ChangedObject, List<Change>> objects() {
        Map<ChangedObject, List<Change>> merged = new TreeMap<>();
        files.values()
                .forEach(objects -> objects.forEach((object, changes) ->
                        merged.computeIfAbsent(object, key -> new ArrayList<>()).addAll(changes)));
        return merged;
    }

    /** Each change once. */
    public List<Change> distinct() {
        Set<Change> distinct = new LinkedHashSet<>();
        files.values().forEach(objects -> objects.values().forEach(distinct::addAll));
        return List.copyOf(distinct);
    }
}
