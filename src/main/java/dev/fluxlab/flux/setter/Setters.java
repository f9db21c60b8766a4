package dev.fluxlab.flux.setter;

import dev.fluxlab.flux.policy.ElectedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values that markers may ask for, by the marker's text. */
public final class Setters {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Makes known what a policy elected: as a whole and by its parts. */
    public Setters add(String namespace, String policy, ElectedImage image) {
        String name = namespace + ":" + policy;
        values.put(name, image.reference());
        values.put(name + ":tag", image.tag());
        values.put(name + ":name", image.name());
        values.put(name + ":digest", image.digest());
        return this;
    }

    Optional<String> value(String marker) {
        return Optional.ofNullable(values.get(marker));
    }
}
