package dev.fluxlab.kube.type;

import java.util.List;

/** A group and its versions, the preferred one first. */
public record ApiGroup(String name, List<String> versions) {

    public ApiGroup {
        versions = List.copyOf(versions);
    }
}
