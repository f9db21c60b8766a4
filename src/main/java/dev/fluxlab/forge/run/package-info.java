/**
 * Runs workflows: what a push or a dispatch starts, jobs in a checkout of their own with a token of their own, the actions
 * and commands that the lab's workflows use, and a record of every run. A script runs on this machine with nothing of its
 * environment but the PATH. Front doors: {@link dev.fluxlab.forge.run.Runs} and {@link dev.fluxlab.forge.run.ReleaseStore}.
 */
@NullMarked
package dev.fluxlab.forge.run;

import org.jspecify.annotations.NullMarked;
