package dev.fluxlab.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** A fenced block, read by what its info line says. */
record Fence(String info, String literal, int line, int lastLine, Optional<Node> next) {

    static Fence of(FencedCodeBlock block) {
        return new Fence(
                block.getInfo() == null ? "" : block.getInfo().strip(),
                block.getLiteral(),
                Section.lineOf(block),
                Section.lastLineOf(block),
                Optional.ofNullable(block.getNext()));
    }

    boolean is(String kind) {
        return info.equals(kind);
    }

    /** The name of a wrong way, when the fence is one. */
    Optional<String> wrongWay() {
        return info.startsWith("console wrong=")
                ? Optional.of(info.substring("console wrong=".length()).strip())
                : Optional.empty();
    }

    /** Whether a learner must not see the fence until it is asked for. */
    boolean isHidden() {
        return is("console solution") || wrongWay().isPresent() || is("gherkin") || is("hint");
    }

    /** The text of the {@code > Says: …} line below the fence. */
    Optional<String> says() {
        return next.filter(BlockQuote.class::isInstance)
                .map(Section::textOf)
                .map(String::strip)
                .filter(text -> text.startsWith("Says:"))
                .map(text -> text.substring("Says:".length()).strip());
    }

    /** The commands of a console fence: lines after {@code $ } with what follows them as expected output. */
    List<Command> commands(Page page) {
        List<Command> commands = new ArrayList<>();
        String command = "";
        List<String> output = new ArrayList<>();
        int at = 0;
        List<String> lines = literal.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            boolean continued = command.endsWith("\\");
            if (continued) {
                command = command.substring(0, command.length() - 1).stripTrailing() + " " + text.strip();
            } else if (text.startsWith("$ ")) {
                addTo(commands, command, output, page.place(line + at));
                command = text.substring(2).strip();
                output = new ArrayList<>();
                at = i + 1;
            } else {
                output.add(text);
            }
        }
        addTo(commands, command, output, page.place(line + at));
        return commands;
    }

    private static void addTo(List<Command> commands, String command, List<String> output, Place place) {
        if (!command.isEmpty()) {
            commands.add(new Command(command, output, place));
        }
    }
}
