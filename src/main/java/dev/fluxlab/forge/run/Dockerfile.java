package dev.fluxlab.forge.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a Dockerfile that needs no container to build: FROM scratch, files, labels and what only describes.
 *
 * @param copies sources and, as the last one, the target of each COPY
 */
record Dockerfile(Map<String, String> labels, List<List<String>> copies) {

    private static final Pattern PAIR = Pattern.compile("([\\w.\\-/]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    static Dockerfile read(String file, String text, Map<String, String> arguments) throws StepFailed {
        Reader reader = new Reader(file, arguments);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder line = new StringBuilder(lines[i].strip());
            while (line.toString().endsWith("\\") && i + 1 < lines.length) {
                line.setLength(line.length() - 1);
                line.append(' ').append(lines[++i].strip());
            }
            reader.instruction(first + 1, line.toString());
        }
        return new Dockerfile(reader.labels, reader.copies);
    }

    /** Collects what the instructions say. */
    private static final class Reader {

        private final String file;
        private final Map<String, String> arguments;
        private final Map<String, String> variables = new HashMap<>();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<List<String>> copies = new ArrayList<>();

        Reader(String file, Map<String, String> arguments) {
            this.file = file;
            this.arguments = arguments;
        }

        void instruction(int line, String text) throws StepFailed {
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }
            String[] parts = text.split("\\s+", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            switch (parts[0].toUpperCase(java.util.Locale.ROOT)) {
                case "FROM" -> checkBase(line, rest);
                case "ARG" -> argument(rest);
                case "LABEL" -> labels.putAll(pairs(substitute(rest)));
                case "ENV" -> variables.putAll(pairs(substitute(rest)));
                case "COPY", "ADD" -> copy(line, substitute(rest));
                case "WORKDIR", "EXPOSE", "USER", "CMD", "ENTRYPOINT", "HEALTHCHECK" -> {
                    return; // they describe a container, which nothing here starts
                }
                default -> throw new StepFailed(
                        file + ":" + line + ": " + parts[0] + " is not supported: images of the lab are made of files"
                                + " and labels, nothing is executed while they are built");
            }
        }

        private void checkBase(int line, String base) throws StepFailed {
            if (!base.equals("scratch")) {
                throw new StepFailed(file + ":" + line + ": FROM " + base + " is not supported: FROM scratch is");
            }
        }

        private void argument(String text) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            String otherwise =
                    equals < 0 ? "" : substitute(text.substring(equals + 1).replace("\"", ""));
            variables.put(name, arguments.getOrDefault(name, otherwise));
        }

        private void copy(int line, String text) throws StepFailed {
            List<String> parts = List.of(text.split("\\s+"));
            if (parts.size() < 2
                    || parts.get(0).startsWith("--")
                    || parts.get(0).startsWith("[")) {
                throw new StepFailed(file + ":" + line + ": only COPY SOURCE… TARGET is supported");
            }
            copies.add(parts);
        }

        private static Map<String, String> pairs(String text) {
            Map<String, String> pairs = new LinkedHashMap<>();
            Matcher matcher = PAIR.matcher(text);
            while (matcher.find()) {
                String quoted = matcher.group(2);
                pairs.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted.replace("\\\"", "\""));
            }
            return pairs;
        }

        private String substitute(String text) {
            return VARIABLE.matcher(text).replaceAll(match -> {
                String name = match.group(1) == null ? match.group(2) : match.group(1);
                return Matcher.quoteReplacement(variables.getOrDefault(name, ""));
            });
        }
    }
}
