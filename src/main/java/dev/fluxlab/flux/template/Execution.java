package dev.fluxlab.flux.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries a template out on a value. */
final class Execution {

    private static final int LONGEST = 1 << 20;

    private final String name;
    private final String text;
    private final Map<String, Functions.Function> functions;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Variable> variables = new ArrayDeque<>();
    private Node at;

    private static final class Variable {
        private final String name;
        private Object value;

        Variable(String name, Object value) {
            this.name = name;
            this.value = value;
        }
    }

    /** Leaves a range, or this round of it. */
    private static final class Jump extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean ends;

        Jump(boolean ends) {
            super(null, null, false, false);
            this.ends = ends;
        }
    }

    Execution(String name, String text, Map<String, Functions.Function> functions, Node start) {
        this.name = name;
        this.text = text;
        this.functions = functions;
        this.at = start;
    }

    String run(List<Node> nodes, Object data) {
        variables.push(new Variable("$", data));
        walk(nodes, data);
        return out.toString();
    }

    private TemplateException failure(String problem) {
        byte[] before = new byte[at.at().position()];
        System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, before, 0, before.length);
        int lines = 1;
        int lineStart = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == '\n') {
                lines++;
                lineStart = i + 1;
            }
        }
        return new TemplateException("template: " + name + ":" + lines + ":" + (before.length - lineStart)
                + ": executing " + GoPrint.quoted(name) + " at <" + at + ">: " + problem);
    }

    private void walk(List<Node> nodes, Object dot) {
        nodes.forEach(node -> walk(node, dot));
    }

    private void walk(Node node, Object dot) {
        at = node;
        if (node instanceof Node.Text part) {
            print(part.at().text());
        } else if (node instanceof Node.Action action) {
            Object value = pipeline(action.pipe(), dot);
            if (action.pipe().variables().isEmpty()) {
                print(GoPrint.text(value));
            }
        } else if (node instanceof Node.Branch branch) {
            int known = variables.size();
            branch(branch, dot);
            forget(known);
        } else if (node instanceof Node.Jump jump) {
            throw new Jump(jump.at().isKeyword("break"));
        }
    }

    private void print(String part) {
        if (out.length() + part.length() > LONGEST) {
            throw failure("the message is longer than " + LONGEST + " characters");
        }
        out.append(part);
    }

    private void forget(int known) {
        while (variables.size() > known) {
            variables.pop();
        }
    }

    private void branch(Node.Branch branch, Object dot) {
        if (branch.word().equals("range")) {
            range(branch, dot);
            return;
        }
        Object value = pipeline(branch.pipe(), dot);
        boolean with = branch.word().equals("with");
        if (GoPrint.truth(value)) {
            walk(branch.body(), with ? value : dot);
        } else {
            walk(branch.otherwise(), dot);
        }
    }

    private void range(Node.Branch branch, Object dot) {
        Object value = commands(branch.pipe(), dot);
        at = branch.pipe();
        List<Map.Entry<Object, Object>> rounds = rounds(value);
        if (rounds.isEmpty()) {
            walk(branch.otherwise(), dot);
            return;
        }
        for (Map.Entry<Object, Object> round : rounds) {
            int known = variables.size();
            declare(branch.pipe(), round);
            try {
                walk(branch.body(), round.getValue());
            } catch (Jump jump) {
                if (jump.ends) {
                    forget(known);
                    return;
                }
            }
            forget(known);
        }
    }

    private void declare(Node.Pipe pipe, Map.Entry<Object, Object> round) {
        List<String> names = pipe.variables();
        if (names.size() == 1) {
            set(names.get(0), round.getValue(), pipe.assigns());
        } else if (names.size() == 2) {
            set(names.get(0), round.getKey(), pipe.assigns());
            set(names.get(1), round.getValue(), pipe.assigns());
        }
    }

    private List<Map.Entry<Object, Object>> rounds(Object value) {
        List<Map.Entry<Object, Object>> rounds = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> rounds.add(Map.entry(key, one)));
        } else if (value instanceof List<?> list) {
            list.forEach(one -> rounds.add(Map.entry((long) rounds.size(), one)));
        } else if (value instanceof Long count) {
            for (long i = 0; i < Math.min(count, LONGEST); i++) {
                rounds.add(Map.entry(i, i));
            }
        } else if (value != GoPrint.NO_VALUE) {
            throw failure("range can't iterate over " + GoPrint.text(value));
        }
        return rounds;
    }

    private void set(String variable, Object value, boolean assigns) {
        if (!assigns) {
            variables.push(new Variable(variable, value));
            return;
        }
        variables.stream().filter(one -> one.name.equals(variable)).findFirst().ifPresent(one -> one.value = value);
    }

    private Object pipeline(Node.Pipe pipe, Object dot) {
        Object value = commands(pipe, dot);
        pipe.variables().forEach(variable -> set(variable, value, pipe.assigns()));
        return value;
    }

    private Object commands(Node.Pipe pipe, Object dot) {
        at = pipe;
        Optional<Object> value = Optional.empty();
        for (Node.Command command : pipe.commands()) {
            value = Optional.of(command(command, dot, value));
        }
        return value.orElse(GoPrint.NO_VALUE);
    }

    private Object command(Node.Command command, Object dot, Optional<Object> piped) {
        Node.Operand first = command.operands().get(0);
        if (first instanceof Node.Identifier function) {
            return call(function, command, dot, piped);
        }
        at = first;
        boolean arguments = command.operands().size() > 1 || piped.isPresent();
        if (first instanceof Node.Nil) {
            throw failure("nil is not a command");
        }
        if (arguments && first instanceof Node.Path path && !path.fields().isEmpty()) {
            value(first, dot);
            at = first;
            String last = path.fields().get(path.fields().size() - 1);
            throw failure(last + " has arguments but cannot be invoked as function");
        }
        if (arguments) {
            throw failure("can't give argument to non-function " + first);
        }
        return value(first, dot);
    }

    private Object call(Node.Identifier identifier, Node.Command command, Object dot, Optional<Object> piped) {
        Functions.Function function = functions.get(identifier.at().text());
        List<Object> arguments = new ArrayList<>();
        for (Node.Operand operand :
                command.operands().subList(1, command.operands().size())) {
            arguments.add(value(operand, dot));
        }
        piped.ifPresent(arguments::add);
        at = identifier;
        if (function == null) {
            throw failure(GoPrint.quoted(identifier.at().text()) + " is not a defined function");
        }
        int least = function.least();
        if (arguments.size() < least || arguments.size() > function.most()) {
            String want = function.most() > least ? "at least " + least : Integer.toString(least);
            throw failure("wrong number of args for " + identifier + ": want " + want + " got " + arguments.size());
        }
        at = command;
        return called(function, identifier, arguments);
    }

    private Object called(Functions.Function function, Node.Identifier identifier, List<Object> arguments) {
        try {
            return function.body().apply(arguments);
        } catch (ClassCastException e) {
            throw failure("error calling " + identifier + ": an argument has the wrong type");
        } catch (TemplateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure("error calling " + identifier + ": " + e.getMessage());
        }
    }

    private Object value(Node.Operand operand, Object dot) {
        if (operand instanceof Node.Literal literal) {
            return literal.value();
        }
        if (operand instanceof Node.Pipe pipe) {
            return pipeline(pipe, dot);
        }
        if (operand instanceof Node.Path path) {
            return path(path, dot);
        }
        if (operand instanceof Node.Identifier identifier) {
            return call(identifier, new Node.Command(identifier.at(), List.of(identifier)), dot, Optional.empty());
        }
        return operand instanceof Node.Dot ? dot : GoPrint.NO_VALUE;
    }

    private Object path(Node.Path path, Object dot) {
        Object here = dot;
        if (path.base().isPresent()) {
            here = value(path.base().get(), dot);
        } else if (!path.variable().isEmpty()) {
            here = variables.stream()
                    .filter(one -> one.name.equals(path.variable()))
                    .findFirst()
                    .map(one -> one.value)
                    .orElse(GoPrint.NO_VALUE);
        }
        for (String field : path.fields()) {
            at = path;
            here = field(here, field);
        }
        return here;
    }

    private Object field(Object owner, String field) {
        if (owner == GoPrint.NO_VALUE) {
            return owner;
        }
        if (owner instanceof Map<?, ?> map) {
            Object value = map.get(field);
            return value == null ? GoPrint.NO_VALUE : value;
        }
        Optional<Object> value = owner instanceof GoStruct struct ? struct.field(field) : Optional.empty();
        return value.orElseThrow(
                () -> failure("can't evaluate field " + field + " in type " + GoPrint.typeName(owner)));
    }
}
