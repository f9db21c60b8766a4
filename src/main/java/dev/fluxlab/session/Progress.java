package dev.fluxlab.session;

import dev.fluxlab.document.Json;
import java.util.List;

/** What the journal says of a lab. */
final class Progress {

    private final Journal journal;
    private final String lab;

    Progress(Journal journal, String lab) {
        this.journal = journal;
        this.lab = lab;
    }

    boolean isPassed(String step) {
        return entries("passed").stream().anyMatch(entry -> entry.on().equals(on(step)));
    }

    int attempts(String step) {
        return count("checked", step);
    }

    int hintsTaken(String step) {
        return count("hinted", step);
    }

    boolean hasSeenSolution(String step) {
        return count("solution-shown", step) > 0;
    }

    /** Whether the last answer to a question was right. */
    boolean isAnsweredRight(String question) {
        return journal.entries().stream()
                .filter(entry -> entry.what().equals("answered") && entry.on().equals(on(question)))
                .reduce((first, second) -> second)
                .flatMap(entry -> entry.detail().at("right"))
                .flatMap(Json::asBoolean)
                .orElse(false);
    }

    /** The step the learner moved to last; empty text when none. */
    String lastStep() {
        List<Entry> moves = entries("moved");
        return moves.isEmpty() ? "" : moves.get(moves.size() - 1).detail().text("step");
    }

    private int count(String what, String step) {
        return (int) entries(what).stream()
                .filter(entry -> entry.on().equals(on(step)))
                .count();
    }

    private List<Entry> entries(String what) {
        return journal.entries().stream()
                .filter(entry -> entry.what().equals(what) && entry.on().startsWith(lab + "/"))
                .toList();
    }

    String on(String step) {
        return lab + "/" + step;
    }
}
