package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.function.UnaryOperator;

/** When {@code metadata.generation} moves: with every change of what is compared. */
record Generation(boolean counted, UnaryOperator<Obj> compared) {

    /** Kinds that have no generation. */
    static final Generation NONE = new Generation(false, object -> Obj.EMPTY);

    static final Generation OF_SPEC = new Generation(true, object -> Obj.of("spec", spec(object)));

    /** A change of annotations counts too: the Deployment's rollout history lives in them. */
    static final Generation OF_SPEC_AND_ANNOTATIONS = new Generation(
            true, object -> Obj.of("spec", spec(object)).with("annotations", object.obj("metadata", "annotations")));

    /** Custom resources: everything but the metadata. */
    static final Generation OF_CONTENT = new Generation(true, object -> object.without("metadata"));

    private static Json spec(Obj object) {
        return object.get("spec").orElse(Null.NULL);
    }

    Obj start(Obj object) {
        return counted
                ? object.withObj("metadata", meta -> meta.with("generation", Json.number(1)))
                : object.withObj("metadata", meta -> meta.without("generation"));
    }

    Obj next(Obj object, Obj old) {
        Obj same = same(object, old);
        if (!counted || compared.apply(object).equals(compared.apply(old))) {
            return same;
        }
        long generation = old.at("metadata", "generation").flatMap(Json::asLong).orElse(0L) + 1;
        return same.withObj("metadata", meta -> meta.with("generation", Json.number(generation)));
    }

    Obj same(Obj object, Obj old) {
        return object.withObj("metadata", meta -> old.at("metadata", "generation")
                .map(generation -> meta.with("generation", generation))
                .orElseGet(() -> meta.without("generation")));
    }
}
