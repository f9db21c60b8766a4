package dev.fluxlab.guard;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;

/** Begin and end of a text as two signs around it, which turns anchors into ordinary signs of a language. */
final class Anchors {

    // private use: no tag has them
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    private Anchors() {}

    static Automaton begin() {
        return BasicAutomata.makeChar(BEGIN);
    }

    static Automaton end() {
        return BasicAutomata.makeChar(END);
    }

    /** Any sign of a text, without the two. */
    static Automaton anySign() {
        return BasicAutomata.makeCharRange('\u0000', (char) (BEGIN - 1))
                .union(BasicAutomata.makeCharRange((char) (END + 1), '\uFFFF'));
    }

    /** The texts in which the pattern is found somewhere. */
    static Automaton searched(Automaton pattern) {
        Automaton around = anySign().union(begin()).union(end()).repeat();
        Automaton framed = begin().concatenate(anySign().repeat()).concatenate(end());
        Automaton found = around.concatenate(pattern).concatenate(around).intersection(framed);
        return withoutFrame(found);
    }

    private static Automaton withoutFrame(Automaton framed) {
        framed.determinize();
        Automaton text = framed.subst(BEGIN, "").subst(END, "");
        text.determinize();
        text.minimize();
        return text;
    }
}
