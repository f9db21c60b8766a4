/**
 * Guardrails over a fleet: hard stops that must hold before a change is merged, each finding with its place, what is
 * wrong, why it matters and what to do next. Tag patterns are judged as languages, on automata, never by samples. It
 * changes nothing and asks nothing of a network. Front door: {@link dev.fluxlab.guard.Guard}.
 */
@NullMarked
package dev.fluxlab.guard;

import org.jspecify.annotations.NullMarked;
