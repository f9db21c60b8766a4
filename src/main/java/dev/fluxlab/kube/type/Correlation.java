package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import java.util.List;
import java.util.Optional;

/** Which item of an old list an item of the new one goes on from: only keyed lists tell. */
record Correlation(Node list, Optional<Json> old) {

    Optional<Json> of(Json item) {
        if (!list.listType().equals("map")) {
            return Optional.empty();
        }
        return old.map(Json::items).orElse(List.of()).stream()
                .filter(before -> sameKeys(before, item))
                .findFirst();
    }

    private boolean sameKeys(Json one, Json other) {
        return list.listKeys().stream()
                .allMatch(key ->
                        one.at(key).orElse(Null.NULL).equals(other.at(key).orElse(Null.NULL)));
    }
}
