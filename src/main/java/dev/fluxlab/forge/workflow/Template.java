package dev.fluxlab.forge.workflow;

import java.util.ArrayList;
import java.util.List;

/** A text with expressions between {@code ${{} and {@code }}}. */
public final class Template {

    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    private record Part(String text, java.util.Optional<Expression> expression) {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws ExpressionException when an expression in it does not parse */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = endOf(text, open);
            parts.add(new Part(text.substring(at, open), java.util.Optional.empty()));
            String inner = text.substring(open + OPEN.length(), close);
            parts.add(new Part("", java.util.Optional.of(ExpressionParser.parse(inner))));
            at = close + CLOSE.length();
        }
        parts.add(new Part(text.substring(at), java.util.Optional.empty()));
        return new Template(parts);
    }

    /** Where the expression ends: braces in a quoted text do not count. */
    private static int endOf(String text, int open) {
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '\'';
            if (!quoted && text.startsWith(CLOSE, i)) {
                return i;
            }
        }
        throw new ExpressionException("the expression that begins with \"" + text.substring(open) + "\" has no end");
    }

    /** The text, with each expression replaced by its value. */
    public static String render(String text, Scope scope) {
        StringBuilder rendered = new StringBuilder();
        for (Part part : parse(text).parts) {
            rendered.append(part.text());
            part.expression().ifPresent(expression -> rendered.append(Values.text(expression.evaluate(scope))));
        }
        return rendered.toString();
    }

    /** Whether a condition holds; one that does not ask for the status holds only after success. */
    public static boolean holds(String condition, Scope scope) {
        Expression expression = condition(condition);
        if (!expression.asksStatus() && scope.failed()) {
            return false;
        }
        return Values.isTrue(expression.evaluate(scope));
    }

    /** A condition is an expression whether or not it stands between the braces. */
    static Expression condition(String condition) {
        String bare = condition.strip();
        if (bare.isEmpty()) {
            return new Expression.Call(Function.SUCCESS, List.of());
        }
        boolean wrapped = bare.startsWith(OPEN) && bare.endsWith(CLOSE);
        return ExpressionParser.parse(wrapped ? bare.substring(OPEN.length(), bare.length() - CLOSE.length()) : bare);
    }
}
