package dev.fluxlab.kube.serve;

/** The three ways into the store. */
record Mutations(Creation creation, Updating updating, Deletion deletion) {}
