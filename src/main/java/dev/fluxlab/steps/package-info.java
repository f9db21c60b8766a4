/**
 * The sentences that labs, drills and the acceptance suite are written in: one class per noun, each sentence about
 * something a person can see with kubectl, flux, git or a registry client. A sentence holds, does not, or cannot be
 * judged. Front door: {@link dev.fluxlab.steps.Glossary}.
 */
@NullMarked
package dev.fluxlab.steps;

import org.jspecify.annotations.NullMarked;
