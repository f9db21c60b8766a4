package dev.fluxlab.document;

import dev.fluxlab.document.StyledNode.Style;

/** Prints one scalar in the style it asks for, or the nearest that can hold its text. */
final class StyledScalars {

    private static final String INDENT_HINT = "2";

    private final StyledOutput out;

    StyledScalars(StyledOutput out) {
        this.out = out;
    }

    /** Where a scalar stands. */
    record Context(boolean flow, boolean simpleKey) {}

    Style fitting(StyledNode node, boolean forceQuotes, Context context) {
        ScalarLayout layout = ScalarLayout.of(node.value);
        Style style = node.style;
        if (style == Style.PLAIN && node.value.contains("\n")) {
            style = Style.LITERAL;
        } else if (style == Style.PLAIN && forceQuotes) {
            style = Style.DOUBLE_QUOTED;
        }
        if (context.simpleKey() && layout.multiline()) {
            style = Style.DOUBLE_QUOTED;
        }
        if (style == Style.PLAIN && !plainFits(node, layout, context)) {
            style = Style.SINGLE_QUOTED;
        }
        if (style == Style.SINGLE_QUOTED && !layout.single()) {
            style = Style.DOUBLE_QUOTED;
        }
        boolean noBlock = !layout.block() || context.flow() || context.simpleKey();
        boolean block = style == Style.LITERAL || style == Style.FOLDED;
        return block && noBlock ? Style.DOUBLE_QUOTED : style;
    }

    private static boolean plainFits(StyledNode node, ScalarLayout layout, Context context) {
        boolean allowed = context.flow() ? layout.flowPlain() : layout.blockPlain();
        return allowed && !(node.value.isEmpty() && (context.flow() || context.simpleKey()));
    }

    void print(String text, Style style) {
        switch (style) {
            case SINGLE_QUOTED -> singleQuoted(text);
            case DOUBLE_QUOTED -> doubleQuoted(text);
            case LITERAL -> block("|", text, false);
            case FOLDED -> block(">", text, true);
            default -> plain(text);
        }
    }

    private void plain(String text) {
        if (text.isEmpty()) {
            return;
        }
        out.startPlain();
        text.codePoints().forEach(out::character);
        out.endScalar();
    }

    private void singleQuoted(String text) {
        out.word("'");
        boolean broken = false;
        for (int sign : text.codePoints().toArray()) {
            if (YamlScalarShape.isBreak(sign)) {
                if (!broken) {
                    out.breakLine();
                }
                out.breakLine();
                broken = true;
                continue;
            }
            if (broken) {
                out.indent();
            }
            if (sign == '\'') {
                out.put('\'');
            }
            out.character(sign);
            broken = false;
        }
        out.close("'");
    }

    private void doubleQuoted(String text) {
        out.word("\"");
        text.codePoints()
                .forEach(sign -> YamlScalarWriter.escape(sign).codePoints().forEach(out::put));
        out.close("\"");
    }

    private void block(String indicator, String text, boolean folded) {
        out.word(indicator);
        if (text.startsWith(" ") || text.startsWith("\n")) {
            out.close(INDENT_HINT);
        }
        String chomping = chomping(text);
        if (!chomping.isEmpty()) {
            out.close(chomping);
        }
        out.lineComment();
        out.startBlockText();
        if (folded) {
            folded(text.codePoints().toArray());
        } else {
            literal(text.codePoints().toArray());
        }
    }

    private static String chomping(String text) {
        if (!text.endsWith("\n")) {
            return "-";
        }
        return text.equals("\n") || text.endsWith("\n\n") ? "+" : "";
    }

    private void literal(int[] signs) {
        boolean broken = true;
        for (int sign : signs) {
            if (sign == '\n') {
                out.breakLine();
                broken = true;
                continue;
            }
            if (broken) {
                out.indent();
            }
            out.character(sign);
            broken = false;
        }
    }

    private void folded(int[] signs) {
        boolean broken = true;
        boolean leadingBlank = true;
        for (int sign : signs) {
            if (sign == '\n') {
                if (!broken && !leadingBlank && opensWithText(signs)) {
                    out.breakLine();
                }
                out.breakLine();
                broken = true;
                continue;
            }
            if (broken) {
                out.indent();
                leadingBlank = sign == ' ' || sign == '\t';
            }
            out.character(sign);
            broken = false;
        }
    }

    // go-yaml looks at the start of the text here, not at what follows the break.
    private static boolean opensWithText(int[] signs) {
        int i = 0;
        while (i < signs.length && signs[i] == '\n') {
            i++;
        }
        return i < signs.length && signs[i] != ' ' && signs[i] != '\t';
    }
}
