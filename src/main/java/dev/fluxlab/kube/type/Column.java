package dev.fluxlab.kube.type;

/** A column of the tables that kubectl prints; those of priority 1 show up with {@code -o wide}. */
public record Column(String name, String type, String format, String description, int priority) {}
