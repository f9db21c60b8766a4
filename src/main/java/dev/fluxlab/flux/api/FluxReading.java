package dev.fluxlab.flux.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** How Flux's objects are read, so that those of a newer Flux can be as well. */
public final class FluxReading {

    private FluxReading() {}

    /** Passes over fields that these classes do not have; for the clients of controllers. */
    public static KubernetesSerialization tolerant() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new KubernetesSerialization(mapper, true);
    }
}
