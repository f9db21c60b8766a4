package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML as text. Reads as sigs.k8s.io/yaml does for manifests: YAML 1.1 booleans are booleans, keys become strings,
 * aliases are expanded within bounds, a key written twice is an error.
 */
public final class YamlText {

    private static final int MAX_ALIASES = 100;
    private static final int MAX_CODE_POINTS = 8 << 20;

    private YamlText() {}

    /** One document of a text, with the place of each value by its pointer ({@code ""} is the document itself). */
    public record Located(Json value, Map<String, Position> positions) {
        public Located {
            positions = Map.copyOf(positions);
        }

        /** The place of the value at the pointer, or of the nearest value around it. */
        public Position at(String pointer) {
            String here = pointer;
            while (!positions.containsKey(here) && !here.isEmpty()) {
                here = here.substring(0, here.lastIndexOf('/'));
            }
            return positions.getOrDefault(here, new Position(1, 1));
        }
    }

    /**
     * The one document of a text; an empty text is null.
     *
     * @throws DocumentException when the text is no YAML or holds several documents, with the place
     */
    public static Json read(String text) {
        List<Json> documents = readAll(text);
        if (documents.size() > 1) {
            throw new DocumentException("expected one YAML document, found " + documents.size());
        }
        return documents.isEmpty() ? Null.NULL : documents.get(0);
    }

    /** Every document of a text, without those that are empty. */
    public static List<Json> readAll(String text) {
        return readAll(text, YamlDialect.KUBERNETES);
    }

    /** As {@link #readAll(String)}, with plain scalars read as the dialect says. */
    public static List<Json> readAll(String text, YamlDialect dialect) {
        return readLocated(text, dialect).stream()
                .map(Located::value)
                .filter(value -> !value.isNull())
                .toList();
    }

    /** Every document of a text, empty ones included, with the places of its values. */
    public static List<Located> readLocated(String text) {
        return readLocated(text, YamlDialect.KUBERNETES);
    }

    private static List<Located> readLocated(String text, YamlDialect dialect) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CODE_POINTS)
                .build();
        try {
            List<Located> documents = new ArrayList<>();
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                Map<String, Position> positions = new HashMap<>();
                Json value = new YamlNodes(positions, dialect).value(node, "", 0);
                documents.add(new Located(value, positions));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            throw new DocumentException(
                    GoYamlProblem.text(e),
                    e.getProblemMark().map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1)));
        } catch (YamlEngineException e) {
            throw new DocumentException(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    /** The value as block YAML, keys in their order, printed as Go's YAML prints it. */
    public static String print(Json value) {
        return new YamlPrinter(false).print(value);
    }

    /** As {@link #print} with every object's keys sorted: what kubectl and flux print. */
    public static String printSorted(Json value) {
        return new YamlPrinter(true).print(value);
    }
}
