package dev.fluxlab.document;

import java.util.Comparator;

/** The order in which go-yaml prints a map's keys: by runs of digits as numbers, other signs before letters. */
final class YamlKeyOrder implements Comparator<String> {

    static final YamlKeyOrder NATURAL = new YamlKeyOrder();

    private YamlKeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        int at = 0;
        while (at < a.length && at < b.length && a[at] == b[at]) {
            at++;
        }
        if (at == a.length || at == b.length) {
            return Integer.compare(a.length, b.length);
        }
        return difference(a, b, at);
    }

    private static int difference(int[] a, int[] b, int at) {
        boolean leftLetter = Character.isLetter(a[at]);
        boolean rightLetter = Character.isLetter(b[at]);
        if (leftLetter && rightLetter) {
            return Integer.compare(a[at], b[at]);
        }
        if (leftLetter || rightLetter) {
            boolean afterDigit = at > 0 && Character.isDigit(a[at - 1]);
            return leftLetter == afterDigit ? -1 : 1;
        }
        return number(a, b, at);
    }

    private static int number(int[] a, int[] b, int at) {
        // a zero inside a number counts: 10 comes after 9, yet 01 and 1 are told apart by their length
        long start = (a[at] == '0' || b[at] == '0') && followsNumber(a, at) ? 1 : 0;
        Run left = Run.of(a, at, start);
        Run right = Run.of(b, at, start);
        if (left.value != right.value) {
            return Long.compare(left.value, right.value);
        }
        return left.end != right.end ? Integer.compare(left.end, right.end) : Integer.compare(a[at], b[at]);
    }

    private static boolean followsNumber(int[] signs, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(signs[i]); i--) {
            if (signs[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private record Run(long value, int end) {

        static Run of(int[] signs, int start, long value) {
            int end = start;
            long here = value;
            while (end < signs.length && Character.isDigit(signs[end])) {
                here = here * 10 + (signs[end] - '0');
                end++;
            }
            return new Run(here, end);
        }
    }
}
