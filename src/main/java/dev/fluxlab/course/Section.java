package dev.fluxlab.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * What stands under one second-level heading (or before the first): its title, its nodes, and the lines of the page
 * they cover.
 */
record Section(String title, List<Node> nodes, int line, List<String> lines) {

    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /** The sections of a body; the first has no title and holds what stands before any heading. */
    static List<Section> of(String body) {
        List<String> lines = body.lines().toList();
        List<Section> sections = new ArrayList<>();
        String title = "";
        int start = 0;
        List<Node> nodes = new ArrayList<>();
        for (Node node = MARKDOWN.parse(body).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                sections.add(new Section(title, List.copyOf(nodes), start, lines.subList(start, lineOf(node))));
                title = textOf(heading);
                start = lineOf(node);
                nodes.clear();
            } else {
                nodes.add(node);
            }
        }
        sections.add(new Section(title, List.copyOf(nodes), start, lines.subList(start, lines.size())));
        return sections;
    }

    /** The line of the body, counted from zero, on which a node begins. */
    static int lineOf(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
    }

    static int lastLineOf(Node node) {
        int spans = node.getSourceSpans().size();
        return spans == 0 ? 0 : node.getSourceSpans().get(spans - 1).getLineIndex();
    }

    static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text leaf) {
                text.append(leaf.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.Code code) {
                text.append('`').append(code.getLiteral()).append('`');
            }

            @Override
            public void visit(org.commonmark.node.SoftLineBreak lineBreak) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** The title as an id: lower case words joined by dashes, as a forge makes anchors. */
    String id() {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .strip()
                .replaceAll("\\s+", "-");
    }
}
