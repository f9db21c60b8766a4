/**
 * Reads the course: labs, drills and quizzes are Markdown that a person can read on a forge, with checks in Gherkin
 * sentences. It finds every fault in them at once, with file and line, and runs none of them. Front door:
 * {@link dev.fluxlab.course.Course}.
 */
@NullMarked
package dev.fluxlab.course;

import org.jspecify.annotations.NullMarked;
