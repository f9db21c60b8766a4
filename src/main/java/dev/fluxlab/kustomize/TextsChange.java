package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sets labels or annotations in some fields. */
record TextsChange(Map<String, String> texts, List<FieldSpec> fields) implements Change {

    @Override
    public void apply(ResourceSet resources) {
        for (Resource resource : resources.all()) {
            for (FieldSpec field : fields) {
                resource.become(field.change(resource, Optional.of(Obj.EMPTY), this::set));
            }
        }
    }

    private Json set(Json map) {
        if (!(map instanceof Obj obj)) {
            if (map.isNull()) {
                return map;
            }
            throw new KustomizeException(WrongKind.message("MappingNode", map));
        }
        Obj changed = obj;
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            changed = changed.with(text.getKey(), text.getValue());
        }
        return changed;
    }
}
