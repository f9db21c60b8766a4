/**
 * The tools a lab needs when the real ones are not there: kubectl, flux, git, gh and crane, as far as the chapter and
 * its drills name them, printing what the real ones print. They see a world through its protocols. What they do not
 * know they refuse by name. Front door: {@link dev.fluxlab.tool.Tools}.
 */
@NullMarked
package dev.fluxlab.tool;

import org.jspecify.annotations.NullMarked;
