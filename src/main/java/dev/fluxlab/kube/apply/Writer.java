package dev.fluxlab.kube.apply;

import java.time.Instant;

/** Who writes, by the name it gives as field manager, and when. */
public record Writer(String manager, Instant now) {}
