package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one expression, by precedence: or, and, comparison, not, members. */
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>'(?:[^']|'')*')"
            + "|(?<number>-?\\d+(?:\\.\\d+)?(?![\\w-]))"
            + "|(?<name>[A-Za-z_][\\w-]*)"
            + "|(?<sign>\\|\\||&&|==|!=|<=|>=|[<>!().,\\[\\]*]))");
    private static final List<List<String>> LEVELS =
            List.of(List.of("||"), List.of("&&"), List.of("==", "!="), List.of("<", "<=", ">", ">="));

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ExpressionParser(String source) {
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (!source.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ExpressionException(
                        "unexpected \"" + source.substring(at).strip() + "\" in the expression \"" + source + "\"");
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
    }

    static Expression parse(String source) {
        ExpressionParser parser = new ExpressionParser(source.strip());
        Expression parsed = parser.level(0);
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return parsed;
    }

    private Expression level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Expression left = level(level + 1);
        while (LEVELS.get(level).contains(peek())) {
            String operator = take();
            left = new Expression.Binary(operator, left, level(level + 1));
        }
        return left;
    }

    private Expression unary() {
        if (peek().equals("!")) {
            take();
            return new Expression.Not(unary());
        }
        return members(primary());
    }

    private Expression primary() {
        String token = take();
        if (token.equals("(")) {
            Expression inner = level(0);
            expect(")");
            return inner;
        }
        if (token.startsWith("'")) {
            String text = token.substring(1, token.length() - 1).replace("''", "'");
            return new Expression.Literal(Json.string(text));
        }
        if (Character.isDigit(token.charAt(0)) || token.startsWith("-")) {
            return new Expression.Literal(
                    token.contains(".") ? Num.of(Double.parseDouble(token)) : Num.of(Long.parseLong(token)));
        }
        return switch (token) {
            case "true", "false" -> new Expression.Literal(Json.bool(token.equals("true")));
            case "null" -> new Expression.Literal(Null.NULL);
            default -> named(token);
        };
    }

    private Expression named(String name) {
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            next--;
            throw unexpected();
        }
        if (peek().equals("(")) {
            take();
            List<Expression> arguments = arguments();
            return new Expression.Call(Function.of(name, arguments.size()), arguments);
        }
        if (!Scope.CONTEXTS.contains(name)) {
            throw new ExpressionException("there is no context \"" + name + "\" in \"" + source + "\"; texts stand in"
                    + " single quotes, contexts are " + new java.util.TreeSet<>(Scope.CONTEXTS));
        }
        return new Expression.Context(name);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        while (!peek().equals(")")) {
            arguments.add(level(0));
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        take();
        return arguments;
    }

    private Expression members(Expression base) {
        Expression here = base;
        while (peek().equals(".") || peek().equals("[")) {
            boolean dotted = take().equals(".");
            if (dotted) {
                here = new Expression.Member(here, new Expression.Literal(Json.string(memberName())));
            } else {
                here = new Expression.Member(here, level(0));
                expect("]");
            }
        }
        return here;
    }

    private String memberName() {
        String name = take();
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            next--;
            throw unexpected(); // "*" selects many: not supported
        }
        return name;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next >= tokens.size()) {
            throw new ExpressionException("the expression \"" + source + "\" ends too soon");
        }
        return tokens.get(next++);
    }

    private void expect(String sign) {
        if (!peek().equals(sign)) {
            throw new ExpressionException("expected \"" + sign + "\" in the expression \"" + source + "\"");
        }
        take();
    }

    private ExpressionException unexpected() {
        return new ExpressionException("unexpected \"" + peek() + "\" in the expression \"" + source + "\"");
    }
}
