/**
 * Workflow files as GitHub's users write them: triggers, jobs, steps and the expressions in them. It only reads and
 * evaluates; what it does not support it refuses by name, with file and line. Front doors:
 * {@link dev.fluxlab.forge.workflow.WorkflowReader} and {@link dev.fluxlab.forge.workflow.Template}.
 */
@NullMarked
package dev.fluxlab.forge.workflow;

import org.jspecify.annotations.NullMarked;
