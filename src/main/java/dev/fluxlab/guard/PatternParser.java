package dev.fluxlab.guard;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.ArrayList;
import java.util.List;

/** Reads the syntax of Go's regexp into an automaton: everything that Flux users write; the rest is refused by name. */
final class PatternParser {

    private static final int MOST_REPEATS = 1000;
    private static final int LONGEST = 10_000;
    private static final int MOST_STATES = 20_000;

    private final PatternText text;
    private boolean ignoresCase;
    private boolean dotIsAny;
    private final List<String> groups = new ArrayList<>();

    PatternParser(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new PatternException("the pattern has " + pattern.length() + " signs, more than " + LONGEST);
        }
        text = new PatternText(pattern);
    }

    Automaton parse() {
        Automaton parsed = alternatives();
        if (!text.isAtEnd()) {
            throw text.problem("unexpected )");
        }
        return parsed;
    }

    /** The names of the groups read so far. */
    List<String> groups() {
        return List.copyOf(groups);
    }

    private Automaton alternatives() {
        List<Automaton> all = new ArrayList<>(List.of(sequence()));
        while (text.take("|")) {
            all.add(sequence());
        }
        return Automaton.union(all);
    }

    private Automaton sequence() {
        List<Automaton> parts = new ArrayList<>();
        while (!text.isAtEnd() && !text.isNext("|") && !text.isNext(")")) {
            parts.add(repeated(atom()));
        }
        return parts.isEmpty() ? BasicAutomata.makeEmptyString() : Automaton.concatenate(parts);
    }

    private Automaton repeated(Automaton atom) {
        Automaton here = atom;
        while (text.isNextOneOf("*+?{")) {
            char sign = text.take();
            here = switch (sign) {
                case '*' -> here.repeat();
                case '+' -> here.repeat(1);
                case '?' -> here.optional();
                default -> counted(here);
            };
            // being reluctant changes which match is found, not whether there is one
            text.take("?");
        }
        return here;
    }

    private Automaton counted(Automaton atom) {
        int least = text.number();
        boolean open = text.take(",");
        boolean endless = open && text.isNext("}");
        int most = !open ? least : endless ? least : text.number();
        text.expect('}');
        if (most > MOST_REPEATS || least > most) {
            throw text.problem("invalid repeat count");
        }
        if ((long) atom.getNumberOfStates() * Math.max(1, most) > MOST_STATES) {
            throw text.problem("repeated too often to be judged");
        }
        return endless ? atom.repeat(least) : atom.repeat(least, most);
    }

    private Automaton atom() {
        char sign = text.take();
        return switch (sign) {
            case '(' -> group();
            case '[' -> cased(new PatternClass(text).read());
            case '.' -> dotIsAny ? Anchors.anySign() : Anchors.anySign().minus(BasicAutomata.makeChar('\n'));
            case '^' -> Anchors.begin();
            case '$' -> Anchors.end();
            case '\\' -> escaped();
            case '*', '+', '?' -> throw text.problem("missing argument to repetition operator: `" + sign + "`");
            default -> cased(BasicAutomata.makeChar(sign));
        };
    }

    private Automaton escaped() {
        if (text.take("A")) {
            return Anchors.begin();
        }
        if (text.take("z")) {
            return Anchors.end();
        }
        if (text.isNextOneOf("bBCQpP")) {
            throw text.problem("\\" + text.take() + " cannot be decided here");
        }
        return cased(PatternClass.escape(text));
    }

    private Automaton group() {
        boolean casesBefore = ignoresCase;
        boolean dotBefore = dotIsAny;
        if (text.take("?P<") || text.take("?<")) {
            groups.add(text.until('>'));
        } else if (text.take("?")) {
            boolean onlyFlags = flags();
            if (onlyFlags) {
                return BasicAutomata.makeEmptyString();
            }
        }
        Automaton inside = alternatives();
        text.expect(')');
        ignoresCase = casesBefore;
        dotIsAny = dotBefore;
        return inside;
    }

    /** Reads flags; whether they stand alone and so count from here on. */
    private boolean flags() {
        boolean on = true;
        while (!text.isNextOneOf(":)")) {
            char flag = text.take();
            switch (flag) {
                case '-' -> on = false;
                case 'i' -> ignoresCase = on;
                case 's' -> dotIsAny = on;
                case 'U' -> {
                    // only which match is found, not whether
                }
                default -> throw text.problem("the flag " + flag + " cannot be decided here");
            }
        }
        return text.take() == ')';
    }

    private Automaton cased(Automaton signs) {
        if (!ignoresCase) {
            return signs;
        }
        Automaton all = signs;
        for (char sign = 'a'; sign <= 'z'; sign++) {
            String upper = String.valueOf(Character.toUpperCase(sign));
            if (signs.run(String.valueOf(sign)) || signs.run(upper)) {
                all = all.union(BasicAutomata.makeChar(sign)).union(BasicAutomata.makeString(upper));
            }
        }
        return all;
    }
}
