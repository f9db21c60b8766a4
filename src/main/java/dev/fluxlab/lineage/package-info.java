/**
 * From a running pod back to the commit it was built from, link by link, each with its evidence. A link holds, is
 * broken, or cannot be judged; nothing is taken on trust from the link before. Front door:
 * {@link dev.fluxlab.lineage.Lineage}.
 */
@NullMarked
package dev.fluxlab.lineage;

import org.jspecify.annotations.NullMarked;
