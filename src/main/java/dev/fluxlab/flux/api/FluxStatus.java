package dev.fluxlab.flux.api;

import java.util.List;

/** What every kind with a status reports. */
public interface FluxStatus {

    long observedGeneration();

    List<Condition> conditions();

    String lastHandledReconcileAt();
}
