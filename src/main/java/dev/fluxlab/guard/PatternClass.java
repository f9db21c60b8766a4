package dev.fluxlab.guard;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.Map;

/** The inside of square brackets, and the escapes that stand for signs. */
final class PatternClass {

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("alpha", "azAZ"),
            Map.entry("digit", "09"),
            Map.entry("alnum", "azAZ09"),
            Map.entry("lower", "az"),
            Map.entry("upper", "AZ"),
            Map.entry("word", "azAZ09__"),
            Map.entry("xdigit", "afAF09"),
            Map.entry("space", "\t\r  "),
            Map.entry("punct", "!/:@[`{~"));

    private final PatternText text;

    PatternClass(PatternText text) {
        this.text = text;
    }

    Automaton read() {
        boolean negated = text.take("^");
        Automaton signs = BasicAutomata.makeEmpty();
        boolean first = true;
        while (first || !text.isNext("]")) {
            first = false;
            signs = signs.union(item());
        }
        text.expect(']');
        return negated ? Anchors.anySign().minus(signs) : signs;
    }

    private Automaton item() {
        if (text.take("[:")) {
            boolean negated = text.take("^");
            String name = text.until(':');
            text.expect(']');
            Automaton signs = named(name);
            return negated ? Anchors.anySign().minus(signs) : signs;
        }
        if (text.take("\\")) {
            boolean isSet = text.isNextOneOf("dDwWsS");
            Automaton escaped = escape(text);
            return isSet ? escaped : range(single(escaped));
        }
        return range(text.take());
    }

    private Automaton named(String name) {
        if (!NAMED.containsKey(name)) {
            throw text.problem("invalid character class [:" + name + ":]");
        }
        return ranges(NAMED.getOrDefault(name, ""));
    }

    private Automaton range(char low) {
        if (text.isNext("-]") || !text.take("-")) {
            return BasicAutomata.makeChar(low);
        }
        char high = text.take("\\") ? single(escape(text)) : text.take();
        if (high < low) {
            throw text.problem("invalid character class range: `" + low + "-" + high + "`");
        }
        return BasicAutomata.makeCharRange(low, high);
    }

    private char single(Automaton sign) {
        String only = sign.getShortestExample(true);
        if (only == null || only.length() != 1) {
            throw text.problem("a class within a class has no place in a range");
        }
        return only.charAt(0);
    }

    private static Automaton ranges(String bounds) {
        Automaton signs = BasicAutomata.makeEmpty();
        for (int i = 0; i < bounds.length(); i += 2) {
            signs = signs.union(BasicAutomata.makeCharRange(bounds.charAt(i), bounds.charAt(i + 1)));
        }
        return signs;
    }

    /** What stands after a backslash. */
    static Automaton escape(PatternText text) {
        char sign = text.take();
        return switch (sign) {
            case 'd' -> ranges("09");
            case 'D' -> Anchors.anySign().minus(ranges("09"));
            case 'w' -> ranges("azAZ09__");
            case 'W' -> Anchors.anySign().minus(ranges("azAZ09__"));
            case 's' -> ranges("\t\n\f\r  ");
            case 'S' -> Anchors.anySign().minus(ranges("\t\n\f\r  "));
            case 't' -> BasicAutomata.makeChar('\t');
            case 'n' -> BasicAutomata.makeChar('\n');
            case 'x' -> hexadecimal(text);
            default -> literal(sign, text);
        };
    }

    private static Automaton hexadecimal(PatternText text) {
        String digits = text.take("{") ? text.until('}') : "" + text.take() + text.take();
        try {
            return BasicAutomata.makeChar((char) Integer.parseInt(digits, 16));
        } catch (NumberFormatException e) {
            throw text.problem("invalid escape sequence: `\\x" + digits + "`");
        }
    }

    private static Automaton literal(char sign, PatternText text) {
        if (Character.isLetterOrDigit(sign)) {
            throw text.problem("invalid escape sequence: `\\" + sign + "`");
        }
        return BasicAutomata.makeChar(sign);
    }
}
