package dev.fluxlab.kube.apply;

import dev.fluxlab.kube.type.Schema;
import java.util.List;

/**
 * What is written to: a kind in one version, through the main endpoint (empty subresource) or through a subresource.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param reset the dotted paths, such as {@code status} or {@code metadata.labels}, whose writes this endpoint ignores
 */
public record Target(String apiVersion, String kind, Schema schema, String subresource, List<String> reset) {

    public Target {
        reset = List.copyOf(reset);
    }
}
