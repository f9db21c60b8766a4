package dev.fluxlab.kustomize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The objects of a build in their order, no two with one id. */
final class ResourceSet {

    private final List<Resource> resources = new ArrayList<>();

    List<Resource> all() {
        return List.copyOf(resources);
    }

    boolean isEmpty() {
        return resources.isEmpty();
    }

    void add(Resource resource) {
        ResourceId id = resource.id();
        if (!withId(id).isEmpty()) {
            throw new KustomizeException("may not add resource with an already registered id: " + id);
        }
        resources.add(resource);
    }

    void addAll(Collection<Resource> added) {
        added.forEach(this::add);
    }

    void replace(Resource old, Resource successor) {
        resources.set(resources.indexOf(old), successor);
    }

    void dropEmpty() {
        resources.removeIf(Resource::isEmpty);
    }

    void reorder(List<Resource> order) {
        resources.clear();
        resources.addAll(order);
    }

    List<Resource> withId(ResourceId id) {
        return resources.stream().filter(each -> each.id().matches(id)).toList();
    }

    /** The objects that have, or had, an id of which the condition holds. */
    List<Resource> withAnyId(Predicate<ResourceId> condition) {
        return resources.stream()
                .filter(each -> each.allIds().stream().anyMatch(condition))
                .toList();
    }

    Resource only(ResourceId id) {
        List<Resource> found = withAnyId(id::matches);
        if (found.size() == 1) {
            return found.get(0);
        }
        String problem = found.isEmpty() ? "no matches for Id " : "multiple matches for Id ";
        throw new KustomizeException(problem + id + "; failed to find unique target for patch " + id);
    }
}
