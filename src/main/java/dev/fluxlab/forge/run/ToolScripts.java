package dev.fluxlab.forge.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/** Writes the commands that scripts find before those of the machine. */
final class ToolScripts {

    private static final Map<String, String> SCRIPTS = Map.of("crane", "call.sh", "gh", "call.sh", "date", "date.sh");

    private ToolScripts() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            Path file = folder.resolve(script.getKey());
            try (InputStream content = ToolScripts.class.getResourceAsStream(script.getValue())) {
                Files.copy(Objects.requireNonNull(content, script.getValue()), file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
