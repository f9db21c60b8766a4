package dev.fluxlab.forge.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The log of a job, as lines with their time; secrets in it are masked. */
final class JobLog {

    private static final int SHORTEST_SECRET = 4;

    private final Path file;
    private final InstantSource time;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    JobLog(Path file, InstantSource time) {
        this.file = file;
        this.time = time;
    }

    void mask(Collection<String> values) {
        values.stream().filter(value -> value.length() >= SHORTEST_SECRET).forEach(secrets::add);
    }

    void line(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        try {
            Files.writeString(
                    file,
                    time.instant() + " " + masked + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }
}
