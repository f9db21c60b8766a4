package dev.fluxlab.kube.type;

import java.util.List;

/** All that a kind of resource is called. */
record ResourceNames(
        String plural,
        String singular,
        String kind,
        String listKind,
        List<String> shortNames,
        List<String> categories) {

    ResourceNames {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }
}
