package dev.fluxlab.flux.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of a parsed template; every part can print itself as Go's messages quote it. */
sealed interface Node {

    Item at();

    /** Text to copy. */
    record Text(Item at) implements Node {
        @Override
        public String toString() {
            return at.text();
        }
    }

    /** A pipeline whose value is printed, unless it declares variables. */
    record Action(Item at, Pipe pipe) implements Node {}

    /** {@code if}, {@code range} or {@code with}. */
    record Branch(Item at, String word, Pipe pipe, List<Node> body, List<Node> otherwise) implements Node {}

    /** {@code break} or {@code continue}. */
    record Jump(Item at) implements Node {}

    /** Commands, each handed the value of the one before; declares or assigns variables. */
    record Pipe(Item at, List<String> variables, boolean assigns, List<Command> commands) implements Operand {
        @Override
        public String toString() {
            String target = variables.isEmpty() ? "" : String.join(", ", variables) + (assigns ? " = " : " := ");
            return target + commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
        }
    }

    /** A value, or a function with its arguments. */
    record Command(Item at, List<Operand> operands) implements Node {
        @Override
        public String toString() {
            return operands.stream()
                    .map(operand -> operand instanceof Pipe ? "(" + operand + ")" : operand.toString())
                    .collect(Collectors.joining(" "));
        }
    }

    /** Something a command is made of. */
    sealed interface Operand extends Node {}

    /** A function by name. */
    record Identifier(Item at) implements Operand {
        @Override
        public String toString() {
            return at.text();
        }
    }

    /** The value in hand. */
    record Dot(Item at) implements Operand {
        @Override
        public String toString() {
            return ".";
        }
    }

    /** {@code nil}. */
    record Nil(Item at) implements Operand {
        @Override
        public String toString() {
            return "nil";
        }
    }

    /** Text, number or truth value as written. */
    record Literal(Item at, Object value) implements Operand {
        @Override
        public String toString() {
            return at.text();
        }
    }

    /** Fields of the value in hand, of a variable, or of another operand, one after the other. */
    record Path(Item at, Optional<Operand> base, String variable, List<String> fields) implements Operand {
        @Override
        public String toString() {
            String start = base.map(one -> one instanceof Pipe ? "(" + one + ")" : one.toString())
                    .orElse(variable);
            return start + fields.stream().map(field -> "." + field).collect(Collectors.joining());
        }
    }
}
