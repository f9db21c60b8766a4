package dev.fluxlab.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the sentences of a gherkin fence: one a line, each with its keyword, comments and blank lines between. A check
 * has no scenario around it, which is why Gherkin's own parser does not read it.
 */
final class GherkinSentences {

    private static final Pattern SENTENCE = Pattern.compile("(Given|When|Then|And|But|\\*)\\s+(.+)");

    private GherkinSentences() {}

    static List<Sentence> read(Fence fence, Page page, Faults faults) {
        List<Sentence> sentences = new ArrayList<>();
        List<String> lines = fence.literal().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Place place = page.place(fence.line() + i + 1);
            sentence(lines.get(i).strip(), place, faults).ifPresent(sentences::add);
        }
        return sentences;
    }

    private static Optional<Sentence> sentence(String line, Place place, Faults faults) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        Matcher matcher = SENTENCE.matcher(line);
        if (!matcher.matches()) {
            faults.add(place, "\"" + line + "\" is no sentence; begin it with Given, When, Then, And or But");
            return Optional.empty();
        }
        return Optional.of(new Sentence(matcher.group(1), matcher.group(2), place));
    }
}
