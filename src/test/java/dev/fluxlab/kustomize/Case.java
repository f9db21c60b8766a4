package dev.fluxlab.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A small tree and what kubectl 1.32 made of it: sections of one text, each headed by the name of a file. */
record Case(String name, Map<String, String> sections) {

    private static final String UNENDED = "\n\\ no newline\n";

    static List<Case> all() {
        Path corpus =
                Path.of(Objects.requireNonNull(Case.class.getResource("corpus")).getPath());
        try (Stream<Path> files = Files.list(corpus)) {
            return files.sorted().map(Case::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file) {
        Map<String, String> sections = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        try {
            for (String line : Files.readString(file).split("(?<=\n)")) {
                if (line.startsWith("-- ") && line.endsWith(" --\n")) {
                    text = new StringBuilder();
                    sections.put(line.substring(3, line.length() - 4), "");
                } else {
                    text.append(line);
                }
                String last = List.copyOf(sections.keySet()).get(sections.size() - 1);
                sections.put(last, text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sections.replaceAll((key, value) ->
                value.endsWith(UNENDED) ? value.substring(0, value.length() - UNENDED.length()) : value);
        return new Case(file.getFileName().toString().replace(".txt", ""), sections);
    }

    boolean fails() {
        return sections.containsKey("error");
    }

    String expected(Path root) {
        return sections.getOrDefault("expected", sections.getOrDefault("error", ""))
                .replace("{{root}}", root.toString())
                .replace("{{parent}}", String.valueOf(root.getParent()));
    }

    /** Writes the tree below a folder, and says where its kustomization is. */
    Path write(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.toRealPath().resolve(name));
        for (Map.Entry<String, String> section : sections.entrySet()) {
            if (!section.getKey().equals("expected") && !section.getKey().equals("error")) {
                Path file = root.resolve(section.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, section.getValue());
            }
        }
        return root;
    }

    @Override
    public String toString() {
        return name;
    }
}
