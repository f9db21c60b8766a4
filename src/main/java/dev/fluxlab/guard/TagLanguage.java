package dev.fluxlab.guard;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tags that a pattern of an image policy finds, as a regular language over tags that registries allow. */
public final class TagLanguage {

    // what a person recognises at once, and what has gone wrong before
    private static final List<String> TELLING = List.of(
            "latest",
            "staging-v1.5.0-aaa1111-1800000000",
            "develop-v1.5.0-aaa1111-1800000000",
            "production",
            "production-latest",
            "not-production-v9.9.9-bad0bad-1800000000",
            "production-v1.4.2-abc1234-1800000001-debug",
            "production-v1.4.2-rc.1-abc1234-1800000000",
            "production-v1x4x2-def5678-1700000200",
            "production-v1.4.2-abc1234-");

    private static final Automaton TAGS = tags();

    private final Automaton automaton;

    private TagLanguage(Automaton automaton) {
        this.automaton = automaton;
    }

    /**
     * The language of a pattern in the syntax of Go's regexp, which finds its match anywhere in a tag.
     *
     * @throws PatternException when the pattern is none, or uses what cannot be decided on automata
     */
    public static TagLanguage of(String pattern) {
        return new TagLanguage(
                Anchors.searched(new PatternParser(pattern).parse()).intersection(TAGS));
    }

    static TagLanguage everything() {
        return new TagLanguage(TAGS);
    }

    private static Automaton tags() {
        Automaton word = BasicAutomata.makeCharRange('a', 'z')
                .union(BasicAutomata.makeCharRange('A', 'Z'))
                .union(BasicAutomata.makeCharRange('0', '9'))
                .union(BasicAutomata.makeChar('_'));
        Automaton rest = word.union(BasicAutomata.makeChar('.')).union(BasicAutomata.makeChar('-'));
        Automaton tags = word.concatenate(rest.repeat());
        tags.determinize();
        return tags;
    }

    boolean isEmpty() {
        return automaton.isEmpty();
    }

    public boolean contains(String tag) {
        return automaton.run(tag);
    }

    /** A shortest tag that is in this language but not in the other; empty when this one lies inside it. */
    public Optional<String> counterExample(TagLanguage other) {
        return Optional.ofNullable(automaton.minus(other.automaton).getShortestExample(true));
    }

    /** A tag in this language but not in the other that says more than the shortest. */
    Optional<String> tellingExample(TagLanguage other) {
        return TELLING.stream()
                .filter(tag -> contains(tag) && !other.contains(tag))
                .findFirst();
    }

    /** The only tag of this language, if it has just one. */
    Optional<String> onlyTag() {
        Set<String> tags = automaton.isFinite() ? automaton.getFiniteStrings(2) : Set.of();
        return tags != null && tags.size() == 1 ? Optional.of(tags.iterator().next()) : Optional.empty();
    }
}
