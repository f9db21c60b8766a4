package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.CelToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a CEL expression by recursive descent, one method per level of precedence. */
final class CelParser {

    private static final Map<String, Json> WORDS =
            Map.of("true", Json.bool(true), "false", Json.bool(false), "null", Null.NULL);
    private static final List<List<String>> LEVELS =
            List.of(List.of("==", "!=", "<", "<=", ">", ">=", "in"), List.of("+", "-"), List.of("*", "/", "%"));

    private final List<CelToken> tokens;
    private int next;

    private CelParser(List<CelToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * The tree of an expression.
     *
     * @throws CelException when it is none
     */
    static CelNode parse(String source) {
        CelParser parser = new CelParser(CelLexer.read(source));
        CelNode node = parser.choice();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return node;
    }

    private CelToken peek() {
        return tokens.get(next);
    }

    private CelToken take() {
        return tokens.get(next++);
    }

    private boolean takes(String sign) {
        boolean found = peek().is(sign)
                || sign.equals("in")
                        && peek().kind() == Kind.NAME
                        && peek().text().equals(sign);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw unexpected();
        }
    }

    private CelException unexpected() {
        String seen = peek().text();
        return new CelException(
                peek().position(),
                peek().kind() == Kind.END
                        ? "Syntax error: mismatched input '<EOF>' expecting an expression"
                        : "Syntax error: extraneous input '" + seen + "'");
    }

    private CelNode choice() {
        CelNode condition = either();
        int position = peek().position();
        if (!takes("?")) {
            return condition;
        }
        CelNode yes = either();
        expect(":");
        return new CelNode.Choice(position, condition, yes, choice());
    }

    private CelNode either() {
        CelNode left = both();
        for (int position = peek().position(); takes("||"); position = peek().position()) {
            left = new CelNode.Logic(position, true, left, both());
        }
        return left;
    }

    private CelNode both() {
        CelNode left = binary(0);
        for (int position = peek().position(); takes("&&"); position = peek().position()) {
            left = new CelNode.Logic(position, false, left, binary(0));
        }
        return left;
    }

    private CelNode binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        CelNode left = binary(level + 1);
        while (true) {
            CelToken sign = peek();
            boolean found = LEVELS.get(level).stream().anyMatch(this::takes);
            if (!found) {
                return left;
            }
            CelFunction operator = Objects.requireNonNull(CelOperators.BINARY.get(sign.text()));
            left = new CelNode.Call(sign.position(), operator, List.of(left, binary(level + 1)));
        }
    }

    private CelNode unary() {
        CelToken sign = peek();
        for (Map.Entry<String, CelFunction> operator : CelOperators.UNARY.entrySet()) {
            if (takes(operator.getKey())) {
                return new CelNode.Call(sign.position(), operator.getValue(), List.of(unary()));
            }
        }
        return member();
    }

    private CelNode member() {
        CelNode node = primary();
        while (true) {
            int position = peek().position();
            if (takes(".")) {
                node = field(position, node);
            } else if (takes("[")) {
                node = new CelNode.Index(position, node, choice());
                expect("]");
            } else {
                return node;
            }
        }
    }

    private CelNode field(int position, CelNode operand) {
        CelToken name = take();
        if (name.kind() != Kind.NAME) {
            next--;
            throw unexpected();
        }
        if (!takes("(")) {
            return new CelNode.Select(position, operand, name.text());
        }
        List<CelNode> arguments = list(")");
        var macro = CelMacro.of(name.text());
        if (macro.isPresent() && arguments.size() > 1 && arguments.get(0) instanceof CelNode.Name variable) {
            return new CelNode.Macro(
                    position, macro.get(), operand, variable.name(), arguments.subList(1, arguments.size()));
        }
        List<CelNode> all = new ArrayList<>(List.of(operand));
        all.addAll(arguments);
        return call(name, position, all);
    }

    private static CelNode call(CelToken name, int position, List<CelNode> arguments) {
        return CelFunction.named(name.text(), arguments.size())
                .<CelNode>map(function -> new CelNode.Call(position, function, arguments))
                .orElseThrow(() ->
                        new CelException(position, "undeclared reference to '" + name.text() + "' (in container '')"));
    }

    private CelNode primary() {
        CelToken token = take();
        return switch (token.kind()) {
            case TEXT -> new CelNode.Literal(token.position(), new Str(token.text()));
            case INTEGER -> new CelNode.Literal(
                    token.position(), Json.number(Long.decode(token.text().replace("u", ""))));
            case DECIMAL -> new CelNode.Literal(token.position(), Num.of(Double.parseDouble(token.text())));
            case NAME -> named(token);
            default -> enclosed(token);
        };
    }

    private CelNode named(CelToken token) {
        Json word = WORDS.get(token.text());
        if (word != null) {
            return new CelNode.Literal(token.position(), word);
        }
        if (!takes("(")) {
            return new CelNode.Name(token.position(), token.text());
        }
        List<CelNode> arguments = list(")");
        if (!token.text().equals("has")) {
            return call(token, token.position(), arguments);
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof CelNode.Select select) {
            return new CelNode.Has(select.position(), select.operand(), select.field());
        }
        throw new CelException(token.position(), "invalid argument to has() macro");
    }

    private CelNode enclosed(CelToken token) {
        if (token.is("(")) {
            CelNode inner = choice();
            expect(")");
            return inner;
        }
        if (token.is("[")) {
            return new CelNode.ListOf(token.position(), list("]"));
        }
        if (token.is("{")) {
            return map(token.position());
        }
        next--;
        throw unexpected();
    }

    private List<CelNode> list(String end) {
        List<CelNode> items = new ArrayList<>();
        while (!takes(end)) {
            items.add(choice());
            if (!peek().is(end)) {
                expect(",");
            }
        }
        return items;
    }

    private CelNode map(int position) {
        List<CelNode> keys = new ArrayList<>();
        List<CelNode> values = new ArrayList<>();
        while (!takes("}")) {
            keys.add(choice());
            expect(":");
            values.add(choice());
            if (!peek().is("}")) {
                expect(",");
            }
        }
        return new CelNode.MapOf(position, keys, values);
    }
}
