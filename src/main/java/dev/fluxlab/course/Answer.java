package dev.fluxlab.course;

import java.util.List;
import java.util.Set;

/** What a question takes for an answer. */
public sealed interface Answer permits Answer.Choice, Answer.Short, Answer.Keyed, Answer.Open {

    /** What is said about an answer. */
    record Judgement(boolean right, String feedback) {}

    /** One option of a choice; a wrong one always says why it is wrong. */
    record Option(String text, boolean right, String feedback) {}

    /** One or several of the options are right. */
    record Choice(List<Option> options) implements Answer {
        public Choice {
            options = List.copyOf(options);
        }

        public boolean takesSeveral() {
            return options.stream().filter(Option::right).count() > 1;
        }

        /** Judges the chosen options, counted from one. */
        public Judgement judge(Set<Integer> chosen) {
            boolean right = true;
            StringBuilder feedback = new StringBuilder();
            for (int number = 1; number <= options.size(); number++) {
                Option option = options.get(number - 1);
                right &= option.right() == chosen.contains(number);
                if (chosen.contains(number) && !option.feedback().isEmpty()) {
                    feedback.append(number)
                            .append(") ")
                            .append(option.feedback())
                            .append('\n');
                }
            }
            boolean missing = !right && feedback.isEmpty();
            return new Judgement(
                    right,
                    missing ? "A right option is missing." : feedback.toString().strip());
        }
    }

    /** A few words; any of the accepted ones is right. */
    record Short(List<Accepted> accepted, String feedback) implements Answer {
        public Short {
            accepted = List.copyOf(accepted);
        }

        public Judgement judge(String given) {
            return new Judgement(accepted.stream().anyMatch(each -> each.accepts(given)), feedback);
        }
    }

    /** The right answer is computed from the world by a sentence. */
    record Keyed(String sentence, String feedback) implements Answer {}

    /** An explanation in the learner's own words, held against the ideas it must contain. */
    record Open(List<Idea> rubric, String feedback) implements Answer {
        public Open {
            rubric = List.copyOf(rubric);
        }

        public Judgement judge(String given) {
            List<String> missing = rubric.stream()
                    .filter(idea -> !idea.pattern().accepts(given))
                    .map(Idea::whenMissing)
                    .toList();
            return new Judgement(missing.isEmpty(), missing.isEmpty() ? feedback : String.join("\n", missing));
        }
    }

    /** A key idea of an open answer, and what to say when it is missing. */
    record Idea(Accepted pattern, String whenMissing) {}
}
