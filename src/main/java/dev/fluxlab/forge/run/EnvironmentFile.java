package dev.fluxlab.forge.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files by which a script tells its job something: NAME=VALUE lines, or NAME<<END and lines up to END. */
final class EnvironmentFile {

    private EnvironmentFile() {}

    static Map<String, String> read(Path file) throws IOException, StepFailed {
        Map<String, String> values = new LinkedHashMap<>();
        Iterator<String> lines = Files.readAllLines(file).iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            int equals = line.indexOf('=');
            int heredoc = line.indexOf("<<");
            if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
                values.put(line.substring(0, heredoc), until(line.substring(heredoc + 2), lines));
            } else if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (!line.isBlank()) {
                throw new StepFailed(
                        "Invalid format '" + line + "' in " + file.getFileName() + ": NAME=VALUE is valid");
            }
        }
        return values;
    }

    private static String until(String end, Iterator<String> lines) throws StepFailed {
        List<String> value = new java.util.ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.equals(end)) {
                return String.join("\n", value);
            }
            value.add(line);
        }
        throw new StepFailed("Invalid value: matching delimiter not found '" + end + "'");
    }
}
