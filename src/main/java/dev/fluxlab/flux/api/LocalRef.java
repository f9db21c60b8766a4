package dev.fluxlab.flux.api;

import io.fabric8.generator.annotation.Required;

/** An object of the same namespace, by name. */
public record LocalRef(@Required String name) {}
