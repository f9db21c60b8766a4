/**
 * The loop a learner types in: prompt, history, completion, colour, and plain lines when it is no terminal. It is
 * handed its commands and knows none of them. Front door: {@link dev.fluxlab.shell.Shell}.
 */
@NullMarked
package dev.fluxlab.shell;

import org.jspecify.annotations.NullMarked;
