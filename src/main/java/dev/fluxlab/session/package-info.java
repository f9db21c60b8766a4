/**
 * What a learner is doing: which step, how often tried, which hints taken, what was answered. Everything is a line of
 * a journal that survives a kill; nothing here knows how it is shown. Front door: {@link dev.fluxlab.session.Session}.
 */
@NullMarked
package dev.fluxlab.session;

import org.jspecify.annotations.NullMarked;
