/**
 * The world's time: an instant that may run ahead of the wall clock, timers that follow it, and the knowledge of when
 * everything that a moment set off has come to rest. It never reads the clock of the machine itself. Front door:
 * {@link dev.fluxlab.clock.WorldClock}.
 */
@NullMarked
package dev.fluxlab.clock;

import org.jspecify.annotations.NullMarked;
