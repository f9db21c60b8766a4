/**
 * Git hosting: bare repositories over smart HTTP, who may read and push, protected branches, checks of what is pushed, and
 * a log of every push. It refuses with a reason the client shows, and knows nothing of workflows. Front doors:
 * {@link dev.fluxlab.forge.git.Repositories} and {@link dev.fluxlab.forge.git.GitHandler}.
 */
@NullMarked
package dev.fluxlab.forge.git;

import org.jspecify.annotations.NullMarked;
