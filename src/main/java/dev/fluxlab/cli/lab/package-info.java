/**
 * What a learner types at the prompt: the lab's own commands over a session, and the tools. Each command is one class;
 * {@link dev.fluxlab.cli.lab.LabShell} lists and wires them.
 */
@NullMarked
package dev.fluxlab.cli.lab;

import org.jspecify.annotations.NullMarked;
