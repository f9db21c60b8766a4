package dev.fluxlab.course;

import java.util.Optional;

/**
 * A question of a quiz.
 *
 * @param text what is asked, as Markdown
 * @param step the id of the step that teaches it
 */
public record Question(String id, String title, String text, Optional<String> step, Answer answer, Place place) {}
