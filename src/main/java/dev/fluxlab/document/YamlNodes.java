package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** The nodes of a composed YAML text as JSON values, noting where each stands. */
final class YamlNodes {

    private static final ScalarResolver RESOLVER = new JsonScalarResolver();
    private static final int MAX_DEPTH = 200;
    private static final int MAX_NODES = 1_000_000;

    private final Map<String, Position> positions;
    private final YamlDialect dialect;
    private int nodes;

    YamlNodes(Map<String, Position> positions, YamlDialect dialect) {
        this.positions = positions;
        this.dialect = dialect;
    }

    Json value(Node node, String pointer, int depth) {
        // the count bounds what expanded aliases can grow to, which the parser's own limit does not
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw new DocumentException(
                    "YAML nests deeper than " + MAX_DEPTH + " or expands beyond " + MAX_NODES + " values",
                    position(node));
        }
        position(node).ifPresent(place -> positions.put(pointer, place));
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, pointer, depth);
        }
        return scalar((ScalarNode) node);
    }

    private static Optional<Position> position(Node node) {
        return node.getStartMark().map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1));
    }

    private Arr array(SequenceNode sequence, String pointer, int depth) {
        List<Json> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, pointer + "/" + items.size(), depth + 1));
        }
        return new Arr(items);
    }

    private Obj object(MappingNode mapping, String pointer, int depth) {
        Obj.Builder builder = Obj.builder();
        Map<String, Integer> own = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode());
            if (isMerge(tuple)) {
                merge(builder, tuple.getValueNode(), pointer, depth);
                continue;
            }
            noteOnce(own, key, tuple.getKeyNode());
            builder.put(key, value(tuple.getValueNode(), pointer + "/" + Pointer.escape(key), depth + 1));
        }
        return builder.build();
    }

    private void noteOnce(Map<String, Integer> lines, String key, Node node) {
        int line = position(node).map(Position::line).orElse(0);
        Integer first = lines.putIfAbsent(key, line);
        if (first == null) {
            return;
        }
        String problem = dialect == YamlDialect.KUSTOMIZE
                ? "mapping key \"" + key + "\" already defined at line " + first
                : "key \"" + key + "\" already set in map";
        throw new DocumentException("yaml: unmarshal errors:\n  line " + line + ": " + problem, position(node));
    }

    private static boolean isMerge(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key
                && key.getScalarStyle() == ScalarStyle.PLAIN
                && key.getValue().equals("<<");
    }

    private void merge(Obj.Builder builder, Node source, String pointer, int depth) {
        List<Node> sources = source instanceof SequenceNode sequence ? sequence.getValue() : List.of(source);
        for (Node each : sources) {
            if (!(value(each, pointer, depth + 1) instanceof Obj obj)) {
                throw new DocumentException("map merge requires map or sequence of maps as the value", position(each));
            }
            obj.members().forEach((key, member) -> {
                if (!builder.has(key)) {
                    builder.put(key, member);
                }
            });
        }
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            // kustomize's trees keep the text of a key as it is written
            Json value = dialect == YamlDialect.KUSTOMIZE ? new Str(scalar.getValue()) : scalar(scalar);
            return value instanceof Str str ? str.value() : value.toString();
        }
        throw new DocumentException("a key must be a scalar, found a " + node.getNodeType(), position(node));
    }

    private Json scalar(ScalarNode node) {
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        return plain && !isTaggedText(node) ? YamlScalars.resolve(node.getValue(), dialect) : new Str(node.getValue());
    }

    /** Whether a plain scalar was tagged {@code !!str} by its author, and did not resolve to text by itself. */
    private static boolean isTaggedText(ScalarNode node) {
        return node.getTag().equals(Tag.STR)
                && !RESOLVER.resolve(node.getValue(), true).equals(Tag.STR);
    }
}
