package dev.fluxlab.document;

/** Which styles go-yaml v3 allows for a text, outside and inside brackets. */
record ScalarLayout(boolean multiline, boolean blockPlain, boolean flowPlain, boolean single, boolean block) {

    static ScalarLayout of(String text) {
        return text.isEmpty()
                ? new ScalarLayout(false, true, false, true, false)
                : new Scan(text.codePoints().toArray()).layout();
    }

    private static boolean isBlank(int sign) {
        return sign == ' ' || sign == '\t';
    }

    /** One pass over a text. */
    private static final class Scan {
        private final int[] signs;
        private boolean blockIndicator;
        private boolean flowIndicator;
        private boolean breaks;
        private boolean tabs;
        private boolean special;
        private boolean breakThenSpace;
        private boolean spaceThenBreak;

        Scan(int[] signs) {
            this.signs = signs;
            blockIndicator = startsLikeAMarker();
            flowIndicator = blockIndicator;
            for (int i = 0; i < signs.length; i++) {
                indicators(i);
                characters(i);
            }
        }

        private boolean startsLikeAMarker() {
            int first = signs[0];
            boolean thrice = signs.length >= 3 && signs[1] == first && signs[2] == first;
            return thrice && (first == '-' || first == '.');
        }

        private void indicators(int i) {
            int sign = signs[i];
            boolean blankAfter = i + 1 == signs.length || isBlank(signs[i + 1]);
            boolean blankBefore = i == 0 || isBlank(signs[i - 1]) || YamlScalarShape.isBreak(signs[i - 1]);
            if (i == 0) {
                boolean always = "#,[]{}&*!|>'\"%@`".indexOf(sign) >= 0;
                flowIndicator |= always || sign == '?' || sign == ':' || sign == '-' && blankAfter;
                blockIndicator |= always || "?:-".indexOf(sign) >= 0 && blankAfter;
                return;
            }
            flowIndicator |= ",?[]{}:".indexOf(sign) >= 0 || sign == '#' && blankBefore;
            blockIndicator |= sign == ':' && blankAfter || sign == '#' && blankBefore;
        }

        private void characters(int i) {
            int sign = signs[i];
            tabs |= sign == '\t';
            special |= sign != '\t' && !YamlScalarShape.isPrintable(sign);
            breaks |= YamlScalarShape.isBreak(sign);
            breakThenSpace |= i > 0 && sign == ' ' && YamlScalarShape.isBreak(signs[i - 1]);
            spaceThenBreak |= i > 0 && signs[i - 1] == ' ' && YamlScalarShape.isBreak(sign);
        }

        ScalarLayout layout() {
            int first = signs[0];
            int last = signs[signs.length - 1];
            boolean ragged =
                    first == ' ' || last == ' ' || YamlScalarShape.isBreak(first) || YamlScalarShape.isBreak(last);
            boolean single = !breakThenSpace && !spaceThenBreak && !tabs && !special;
            boolean plain = single && !ragged && !breaks;
            boolean block = last != ' ' && !spaceThenBreak && !special;
            return new ScalarLayout(breaks, plain && !blockIndicator, plain && !flowIndicator, single, block);
        }
    }
}
