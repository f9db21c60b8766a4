package dev.fluxlab.course;

import java.util.List;

/** A quiz. */
public record Quiz(String slug, String title, List<Question> questions) {

    public Quiz {
        questions = List.copyOf(questions);
    }
}
