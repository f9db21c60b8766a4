package dev.fluxlab.kube.type;

import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bounds that a schema sets to a number. */
record NumberBounds(Obj declared) {

    /** What is wrong, as the rest of a sentence that begins with the number's place. */
    List<String> complaints(Num number) {
        List<String> complaints = new ArrayList<>();
        bound("multipleOf")
                .filter(factor -> !SchemaTypes.isWhole(Num.of(number.doubleValue() / factor.doubleValue())))
                .ifPresent(factor -> complaints.add("should be a multiple of " + factor));
        boolean below = Read.flag(declared, "exclusiveMaximum");
        bound("maximum")
                .filter(limit -> isBeyond(number.doubleValue() - limit.doubleValue(), below))
                .ifPresent(limit ->
                        complaints.add((below ? "should be less than " : "should be less than or equal to ") + limit));
        boolean above = Read.flag(declared, "exclusiveMinimum");
        bound("minimum")
                .filter(limit -> isBeyond(limit.doubleValue() - number.doubleValue(), above))
                .ifPresent(limit -> complaints.add(
                        (above ? "should be greater than " : "should be greater than or equal to ") + limit));
        return complaints;
    }

    private Optional<Num> bound(String keyword) {
        return declared.get(keyword).filter(Num.class::isInstance).map(Num.class::cast);
    }

    private static boolean isBeyond(double excess, boolean exclusive) {
        return excess > 0 || exclusive && excess == 0;
    }
}
