package dev.fluxlab.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a quiz from its Markdown. */
final class QuizReader {

    private static final Pattern OPTION = Pattern.compile("- \\[([ xX])] (.+)");
    private static final Pattern IDEA = Pattern.compile("- (/.+/)\\s*");

    private final Page page;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();

    QuizReader(Page page, Faults faults) {
        this.page = page;
        this.faults = faults;
    }

    Quiz read(String slug) {
        List<Question> questions =
                Section.of(page.body()).stream().skip(1).map(this::question).toList();
        if (questions.isEmpty()) {
            faults.add(page.place(0), "the quiz has no question; write each as a heading \"## …\"");
        }
        return new Quiz(slug, page.title(faults), questions);
    }

    /** The lines of a question, sorted by what they are as they are read. */
    private static final class Lines {
        final List<String> text = new ArrayList<>();
        final List<String[]> options = new ArrayList<>();
        final List<String> accepted = new ArrayList<>();
        final List<String[]> ideas = new ArrayList<>();
        final List<String> feedback = new ArrayList<>();
        Optional<String> step = Optional.empty();

        void read(String line) {
            Matcher option = OPTION.matcher(line);
            Matcher idea = IDEA.matcher(line);
            if (option.matches()) {
                options.add(new String[] {option.group(1), option.group(2), ""});
            } else if (idea.matches()) {
                ideas.add(new String[] {idea.group(1), ""});
            } else if (line.startsWith("= ")) {
                accepted.add(line.substring(2).strip());
            } else if (line.startsWith("step:")) {
                step = Optional.of(line.substring("step:".length()).strip());
            } else if (line.strip().startsWith(">")) {
                comment(line.strip().substring(1).strip());
            } else if (options.isEmpty() && accepted.isEmpty() && ideas.isEmpty()) {
                text.add(line);
            }
        }

        private void comment(String said) {
            if (!options.isEmpty()) {
                append(options.get(options.size() - 1), 2, said);
            } else if (!ideas.isEmpty()) {
                append(ideas.get(ideas.size() - 1), 1, said);
            } else {
                feedback.add(said);
            }
        }

        private static void append(String[] of, int index, String said) {
            of[index] = (of[index] + " " + said).strip();
        }
    }

    private Question question(Section section) {
        Place place = page.place(section.line());
        if (!ids.add(section.id())) {
            faults.add(place, "a second question is titled \"" + section.title() + "\"; give it another title");
        }
        Lines lines = new Lines();
        section.lines().stream().skip(1).forEach(lines::read);
        String text = String.join("\n", lines.text).strip();
        return new Question(section.id(), section.title(), text, lines.step, answer(lines, place), place);
    }

    private Answer answer(Lines lines, Place place) {
        String feedback = String.join(" ", lines.feedback);
        if (!lines.options.isEmpty()) {
            return choice(lines, place);
        }
        if (!lines.ideas.isEmpty()) {
            return open(lines, feedback, place);
        }
        if (lines.accepted.size() == 1 && lines.accepted.get(0).matches("\\{.+}")) {
            String key = lines.accepted.get(0);
            return new Answer.Keyed(key.substring(1, key.length() - 1).strip(), feedback);
        }
        if (lines.accepted.isEmpty()) {
            faults.add(
                    place, "the question takes no answer; add options \"- [ ] …\", a line \"= …\", or ideas \"- /…/\"");
        }
        return new Answer.Short(patterns(lines.accepted, place), feedback);
    }

    private Answer.Choice choice(Lines lines, Place place) {
        List<Answer.Option> options = lines.options.stream()
                .map(option -> new Answer.Option(option[1].strip(), !option[0].isBlank(), option[2]))
                .toList();
        if (options.stream().noneMatch(Answer.Option::right)) {
            faults.add(place, "no option is right; mark at least one \"[x]\"");
        }
        options.stream()
                .filter(option -> !option.right() && option.feedback().isBlank())
                .forEach(option -> faults.add(
                        place,
                        "the wrong option \"" + option.text() + "\" does not say why; add a \"> …\" line below it"));
        return new Answer.Choice(options);
    }

    private Answer.Open open(Lines lines, String feedback, Place place) {
        List<Answer.Idea> rubric = new ArrayList<>();
        for (String[] idea : lines.ideas) {
            if (idea[1].isBlank()) {
                faults.add(place, "the idea " + idea[0] + " does not say what to say when it is missing");
            }
            patterns(List.of(idea[0]), place).forEach(pattern -> rubric.add(new Answer.Idea(pattern, idea[1])));
        }
        return new Answer.Open(rubric, feedback);
    }

    private List<Accepted> patterns(List<String> texts, Place place) {
        List<Accepted> accepted = new ArrayList<>();
        for (String text : texts) {
            try {
                accepted.add(new Accepted(text));
            } catch (IllegalArgumentException e) {
                faults.add(place, String.valueOf(e.getMessage()));
            }
        }
        return accepted;
    }
}
