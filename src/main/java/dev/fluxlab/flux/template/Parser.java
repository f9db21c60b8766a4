package dev.fluxlab.flux.template;

import dev.fluxlab.flux.template.Item.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Builds a template's tree; refuses what is not in the language with Go's message. */
final class Parser {

    private static final int DEEPEST = 100;

    private final String name;
    private final Predicate<String> functions;
    private final List<Item> items;
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int next;
    private int actionLine;
    private int rangeDepth;
    private int depth;

    Parser(String name, String text, Predicate<String> functions) {
        this.name = name;
        this.functions = functions;
        this.items = new Lexer(text).items();
    }

    List<Node> parse() {
        List<Node> nodes = new ArrayList<>();
        while (!peek().is(Kind.END)) {
            nodes.add(textOrAction());
            if (isEnd(nodes)) {
                throw failure("unexpected {{" + last(nodes).at().text() + "}}");
            }
        }
        return nodes;
    }

    // An {{end}} or {{else}} comes back as a jump that only the enclosing branch may see.
    private static boolean isEnd(List<Node> nodes) {
        return last(nodes) instanceof Node.Jump jump
                && (jump.at().isKeyword("end") || jump.at().isKeyword("else"));
    }

    private static Node last(List<Node> nodes) {
        return nodes.get(nodes.size() - 1);
    }

    private Item peek() {
        return items.get(Math.min(next, items.size() - 1));
    }

    private Item take() {
        Item item = peek();
        next++;
        return item;
    }

    private Item peekNonSpace() {
        while (peek().is(Kind.SPACE)) {
            next++;
        }
        return peek();
    }

    private Item takeNonSpace() {
        peekNonSpace();
        return take();
    }

    private TemplateException failure(String problem) {
        int seen = Math.max(Math.min(next, items.size()) - 1, 0);
        return TemplateException.parsing(name, items.get(seen).line(), problem);
    }

    private TemplateException unexpected(Item item, String context) {
        if (!item.is(Kind.ERROR)) {
            return TemplateException.parsing(name, item.line(), "unexpected " + item.described() + " in " + context);
        }
        boolean elsewhere = actionLine != 0 && actionLine != item.line();
        String start = item.text().endsWith(" action") ? " started at " : " in action started at ";
        String extra = elsewhere ? start + name + ":" + actionLine : "";
        return TemplateException.parsing(name, item.line(), item.text() + extra);
    }

    private Node textOrAction() {
        Item item = takeNonSpace();
        if (item.is(Kind.TEXT)) {
            return new Node.Text(item);
        }
        if (!item.is(Kind.OPEN)) {
            throw unexpected(item, "input");
        }
        actionLine = item.line();
        Node node = action();
        actionLine = 0;
        return node;
    }

    private Node action() {
        Item item = peekNonSpace();
        if (!item.is(Kind.KEYWORD)) {
            return new Node.Action(item, pipeline("command", Kind.CLOSE));
        }
        next++;
        return switch (item.text()) {
            case "if", "range", "with" -> branch(item);
            case "end", "else" -> jump(item);
            case "break", "continue" -> loopJump(item);
            default -> throw failure("{{" + item.text() + "}} is not part of the commit message language");
        };
    }

    private Node jump(Item item) {
        Item after = peekNonSpace();
        boolean chained = item.isKeyword("else") && (after.isKeyword("if") || after.isKeyword("with"));
        if (!chained && !takeNonSpace().is(Kind.CLOSE)) {
            throw unexpected(after, item.text());
        }
        return new Node.Jump(item);
    }

    private Node loopJump(Item item) {
        if (rangeDepth == 0) {
            throw failure("{{" + item.text() + "}} outside {{range}}");
        }
        Item after = takeNonSpace();
        if (!after.is(Kind.CLOSE)) {
            throw unexpected(after, "{{" + item.text() + "}}");
        }
        return new Node.Jump(item);
    }

    private Node.Branch branch(Item word) {
        if (++depth > DEEPEST) {
            throw failure("nested more than " + DEEPEST + " deep");
        }
        int known = variables.size();
        boolean range = word.isKeyword("range");
        Node.Pipe pipe = pipeline(word.text(), Kind.CLOSE);
        rangeDepth += range ? 1 : 0;
        List<Node> body = new ArrayList<>();
        Item end = list(body);
        rangeDepth -= range ? 1 : 0;
        List<Node> otherwise = end.isKeyword("else") ? otherwise(word) : List.of();
        variables.subList(known, variables.size()).clear();
        depth--;
        return new Node.Branch(word, word.text(), pipe, body, otherwise);
    }

    private List<Node> otherwise(Item word) {
        Item chained = peekNonSpace();
        if (chained.is(Kind.KEYWORD) && chained.text().equals(word.text()) && !word.isKeyword("range")) {
            next++;
            return List.of(branch(chained));
        }
        List<Node> nodes = new ArrayList<>();
        Item end = list(nodes);
        if (!end.isKeyword("end")) {
            throw failure("expected end; found {{" + end.text() + "}}");
        }
        return nodes;
    }

    private Item list(List<Node> nodes) {
        while (!peekNonSpace().is(Kind.END)) {
            nodes.add(textOrAction());
            if (isEnd(nodes)) {
                return nodes.remove(nodes.size() - 1).at();
            }
        }
        throw TemplateException.parsing(name, peek().line(), "unexpected EOF");
    }

    private Node.Pipe pipeline(String context, Kind end) {
        Item start = peekNonSpace();
        List<String> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        List<Node.Command> commands = new ArrayList<>();
        while (true) {
            Item item = takeNonSpace();
            if (item.is(end)) {
                check(commands, context);
                return new Node.Pipe(start, declared, assigns, commands);
            }
            if (!startsCommand(item)) {
                throw unexpected(item, context);
            }
            next--;
            commands.add(command());
        }
    }

    private static boolean startsCommand(Item item) {
        return switch (item.kind()) {
            case BOOLEAN, DOT, FIELD, IDENTIFIER, NUMBER, NIL, RAW_STRING, STRING, VARIABLE, LEFT_PAREN -> true;
            default -> false;
        };
    }

    private void check(List<Node.Command> commands, String context) {
        if (commands.isEmpty()) {
            throw failure("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            Node first = commands.get(i).operands().get(0);
            if (first instanceof Node.Literal || first instanceof Node.Dot || first instanceof Node.Nil) {
                throw failure("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private boolean declarations(String context, List<String> declared) {
        int start = next;
        while (peekNonSpace().is(Kind.VARIABLE)) {
            String variable = take().text();
            Item after = peekNonSpace();
            if (after.is(Kind.DECLARE) || after.is(Kind.ASSIGN)) {
                next++;
                declared.add(variable);
                return declare(declared, after.is(Kind.ASSIGN));
            }
            if (!after.text().equals(",") || !context.equals("range") || !declared.isEmpty()) {
                break;
            }
            next++;
            declared.add(variable);
        }
        declared.clear();
        next = start;
        return false;
    }

    private boolean declare(List<String> declared, boolean assigns) {
        if (assigns) {
            declared.forEach(this::requireVariable);
        } else {
            variables.addAll(declared);
        }
        return assigns;
    }

    private void requireVariable(String variable) {
        if (!variables.contains(variable)) {
            throw failure("undefined variable " + GoPrint.quoted(variable));
        }
    }

    private Node.Command command() {
        Item start = peekNonSpace();
        List<Node.Operand> operands = new ArrayList<>();
        while (true) {
            peekNonSpace();
            operand().ifPresent(operands::add);
            Item item = take();
            if (item.is(Kind.SPACE)) {
                continue;
            }
            if (item.is(Kind.CLOSE) || item.is(Kind.RIGHT_PAREN)) {
                next--;
            } else if (!item.is(Kind.PIPE)) {
                throw unexpected(item, "operand");
            }
            break;
        }
        if (operands.isEmpty()) {
            throw failure("empty command");
        }
        if (items.get(next - 1).is(Kind.PIPE) && peekNonSpace().is(Kind.CLOSE)) {
            throw failure("missing value for command");
        }
        return new Node.Command(start, operands);
    }

    private Optional<Node.Operand> operand() {
        Optional<Node.Operand> term = term();
        if (term.isEmpty() || !peek().is(Kind.FIELD)) {
            return term;
        }
        Item start = peek();
        List<String> fields = new ArrayList<>();
        while (peek().is(Kind.FIELD)) {
            fields.add(take().text().substring(1));
        }
        return Optional.of(extended(term.get(), start, fields));
    }

    private Node.Operand extended(Node.Operand term, Item start, List<String> fields) {
        if (term instanceof Node.Path path && path.base().isEmpty()) {
            List<String> all = new ArrayList<>(path.fields());
            all.addAll(fields);
            return new Node.Path(start, Optional.empty(), path.variable(), all);
        }
        if (term instanceof Node.Literal || term instanceof Node.Dot || term instanceof Node.Nil) {
            throw failure("unexpected . after term " + GoPrint.quoted(term.toString()));
        }
        return new Node.Path(start, Optional.of(term), "", fields);
    }

    private Optional<Node.Operand> term() {
        Item item = takeNonSpace();
        switch (item.kind()) {
            case IDENTIFIER -> {
                if (!functions.test(item.text())) {
                    throw failure("function " + GoPrint.quoted(item.text()) + " not defined");
                }
                return Optional.of(new Node.Identifier(item));
            }
            case DOT -> {
                return Optional.of(new Node.Dot(item));
            }
            case NIL -> {
                return Optional.of(new Node.Nil(item));
            }
            case VARIABLE -> {
                requireVariable(item.text());
                return Optional.of(new Node.Path(item, Optional.empty(), item.text(), List.of()));
            }
            case FIELD -> {
                List<String> fields = List.of(item.text().substring(1));
                return Optional.of(new Node.Path(item, Optional.empty(), "", fields));
            }
            case BOOLEAN, NUMBER, STRING, RAW_STRING -> {
                return Optional.of(new Node.Literal(item, value(item)));
            }
            case LEFT_PAREN -> {
                return Optional.of(pipeline("parenthesized pipeline", Kind.RIGHT_PAREN));
            }
            default -> {
                next--;
                return Optional.empty();
            }
        }
    }

    private Object value(Item item) {
        return switch (item.kind()) {
            case BOOLEAN -> item.text().equals("true");
            case RAW_STRING -> item.text().substring(1, item.text().length() - 1);
            case STRING -> Unquoted.of(item.text()).orElseThrow(() -> failure("invalid syntax"));
            default -> number(item.text());
        };
    }

    private Object number(String text) {
        try {
            return text.startsWith("0x")
                    ? (Object) Long.decode(text)
                    : text.contains(".") || text.contains("e")
                            ? (Object) Double.parseDouble(text)
                            : (Object) Long.parseLong(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw failure("bad number syntax: " + GoPrint.quoted(text));
        }
    }
}
