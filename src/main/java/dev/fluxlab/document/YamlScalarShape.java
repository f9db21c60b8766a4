package dev.fluxlab.document;

/** Which styles libyaml's rules allow for a text. */
record YamlScalarShape(boolean multiline, boolean plain, boolean single, boolean block) {

    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static YamlScalarShape of(String text) {
        return text.isEmpty() ? new YamlScalarShape(false, false, true, false) : new Scan(text).shape();
    }

    static boolean isPrintable(int sign) {
        return sign == '\n'
                || sign >= 0x20 && sign <= 0x7e
                || sign >= 0xa0 && sign <= 0xd7ff
                || sign >= 0xe000 && sign <= 0xfffd && sign != 0xfeff;
    }

    static boolean isBreak(int sign) {
        return sign == '\n' || sign == '\r' || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
    }

    private static boolean isBlank(int sign) {
        return sign == ' ' || sign == '\t' || isBreak(sign);
    }

    /** One pass over a text. */
    private static final class Scan {

        private final int[] signs;
        private boolean indicator;
        private boolean special;
        private boolean breaks;
        private boolean spaceThenBreak;
        private boolean breakThenSpace;

        Scan(String text) {
            signs = text.codePoints().toArray();
            indicator = text.startsWith("---") || text.startsWith("...");
            for (int i = 0; i < signs.length; i++) {
                look(i);
            }
        }

        private void look(int i) {
            indicator |= i == 0 ? startsBadly() : isIndicatorInside(i);
            special |= !isPrintable(signs[i]);
            breaks |= isBreak(signs[i]);
            spaceThenBreak |= i > 0 && signs[i - 1] == ' ' && isBreak(signs[i]);
            breakThenSpace |= i > 0 && isBreak(signs[i - 1]) && signs[i] == ' ';
        }

        private boolean startsBadly() {
            int first = signs[0];
            return INDICATORS.indexOf(first) >= 0 || (first == '-' || first == '?' || first == ':') && isBlankAfter(0);
        }

        private boolean isIndicatorInside(int i) {
            return signs[i] == ':' && isBlankAfter(i) || signs[i] == '#' && isBlank(signs[i - 1]);
        }

        private boolean isBlankAfter(int i) {
            return i + 1 == signs.length || isBlank(signs[i + 1]);
        }

        YamlScalarShape shape() {
            int first = signs[0];
            int last = signs[signs.length - 1];
            boolean ragged = first == ' ' || isBreak(first) || last == ' ' || isBreak(last);
            boolean quotable = !spaceThenBreak && !special;
            return new YamlScalarShape(
                    breaks,
                    quotable && !ragged && !breaks && !indicator,
                    quotable && !breakThenSpace,
                    quotable && last != ' ');
        }
    }
}
