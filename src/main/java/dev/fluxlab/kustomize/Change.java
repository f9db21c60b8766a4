package dev.fluxlab.kustomize;

/** One thing that a kustomization does to the objects gathered so far. */
@FunctionalInterface
interface Change {

    void apply(ResourceSet resources);
}
