package dev.fluxlab.kube.apply;

import dev.fluxlab.kube.type.Schema;
import java.util.List;
import java.util.Map;

/**
 * What is written to: a kind in one version, through the main endpoint (empty subresource) or through a subresource.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param reset the dotted paths, such as {@code status} or {@code metadata.labels}, whose writes this endpoint ignores
 * @param versions every version of the kind, with its schema: managers of any other version are forgotten
 */
public record Target(
        String apiVersion,
        String kind,
        Schema schema,
        String subresource,
        List<String> reset,
        Map<String, Schema> versions) {

    public Target {
        reset = List.copyOf(reset);
        versions = Map.copyOf(versions);
    }

    /** A kind that has no other version. */
    public Target(String apiVersion, String kind, Schema schema, String subresource, List<String> reset) {
        this(apiVersion, kind, schema, subresource, reset, Map.of(apiVersion, schema));
    }

    /** As error messages write it: {@code apps/v1, Kind=Deployment}, {@code /v1, Kind=Secret}. */
    static String written(String apiVersion, String kind) {
        return (apiVersion.contains("/") ? apiVersion : "/" + apiVersion) + ", Kind=" + kind;
    }
}
