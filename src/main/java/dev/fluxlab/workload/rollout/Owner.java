package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Optional;

/** Who controls an object. */
final class Owner {

    private Owner() {}

    /** The uid of the controller, if there is one. */
    static Optional<String> of(Obj object) {
        return object.items("metadata", "ownerReferences").stream()
                .filter(owner -> owner.at("controller").flatMap(Json::asBoolean).orElse(false))
                .map(owner -> owner.text("uid"))
                .findFirst();
    }

    static Arr references(String apiVersion, String kind, Obj owner) {
        return Arr.of(Obj.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("name", owner.text("metadata", "name"))
                .put("uid", owner.text("metadata", "uid"))
                .put("controller", true)
                .put("blockOwnerDeletion", true)
                .build());
    }
}
