/**
 * Which of an image's tags is the latest, as Flux's image policies elect it: names, tag lists, filters and the three
 * orders. Pure values without clock or network; it refuses what the real controller refuses, in its words.
 * Front door: {@link dev.fluxlab.flux.policy.TagElection}.
 */
@NullMarked
package dev.fluxlab.flux.policy;

import org.jspecify.annotations.NullMarked;
