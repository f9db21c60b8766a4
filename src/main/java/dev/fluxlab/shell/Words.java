package dev.fluxlab.shell;

import java.util.ArrayList;
import java.util.List;

/** Splits a typed line into words as a POSIX shell does: quotes group, a backslash takes the next sign as it is. */
public final class Words {

    private Words() {}

    /**
     * The words of a line; what follows a {@code #} at the beginning of a word is a comment.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote != 0) {
                if (sign == quote) {
                    quote = 0;
                } else if (sign == '\\'
                        && quote == '"'
                        && i + 1 < line.length()
                        && "\"\\$`".indexOf(line.charAt(i + 1)) >= 0) {
                    word.append(line.charAt(++i));
                } else {
                    word.append(sign);
                }
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
                inWord = true;
            } else if (sign == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (sign == '#' && !inWord) {
                break;
            } else if (Character.isWhitespace(sign)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(sign);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " is not closed: " + line);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a line uses what only a real shell understands: pipes, redirections, lists, substitutions. */
    public static boolean needsShell(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
                if (quote == '"' && sign == '$') {
                    return true;
                }
            } else if (sign == '\'' || sign == '"') {
                quote = sign;
            } else if ("|<>;&$`*?".indexOf(sign) >= 0) {
                return true;
            }
        }
        return false;
    }
}
