package dev.fluxlab.flux.setter;

/** One value that was set, and by which marker. */
public record Change(String oldValue, String newValue, String setter) {}
