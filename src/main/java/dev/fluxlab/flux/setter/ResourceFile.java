package dev.fluxlab.flux.setter;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.StyledNode;
import dev.fluxlab.document.StyledYaml;
import dev.fluxlab.document.StyledYaml.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the objects of a file as kyaml does; a file with anything else in it has none. */
final class ResourceFile {

    private static final Pattern SEPARATOR = Pattern.compile("\n---[^\n]*\n");

    private ResourceFile() {}

    /** The objects of a file, or none when it cannot be read as a whole. */
    static List<Resource> read(String path, String text) {
        try {
            List<String> documents = split(text.replace("\r\n", "\n"));
            List<Resource> resources = new ArrayList<>();
            for (String document : documents) {
                resource(path, document).ifPresent(resources::add);
            }
            boolean sound = resources.stream().allMatch(Resource::isObject);
            return sound ? unwrapped(resources, documents.size()) : List.of();
        } catch (DocumentException unparseable) {
            return List.of();
        }
    }

    private static List<Resource> unwrapped(List<Resource> resources, int documents) {
        Optional<List<StyledNode>> items =
                documents == 1 && resources.size() == 1 ? resources.get(0).listItems() : Optional.empty();
        return items.map(nodes -> nodes.stream()
                        .map(node -> new Resource("", node, Sequences.COMPACT))
                        .toList())
                .orElse(resources);
    }

    private static Optional<Resource> resource(String path, String text) {
        return StyledYaml.read(text)
                .filter(document -> !document.children().get(0).isNull())
                .map(document -> new Resource(path, document, SequenceStyle.of(text)));
    }

    private static List<String> split(String text) {
        List<String> documents = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int from = 0;
        while (separator.find()) {
            String rest = separator.group().substring(4).strip();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw new DocumentException(
                        "invalid document separator: " + separator.group().strip());
            }
            documents.add(text.substring(from, separator.start()) + "\n");
            from = separator.end();
        }
        documents.add(text.substring(from));
        return documents;
    }
}
