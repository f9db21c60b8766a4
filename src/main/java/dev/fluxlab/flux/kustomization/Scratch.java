package dev.fluxlab.flux.kustomization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A folder for one build, named as Flux names its own, since messages show it. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch create() {
        long digits = ThreadLocalRandom.current().nextLong(100_000_000L, 10_000_000_000L);
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).resolve("kustomization-" + digits);
        try {
            return new Scratch(Files.createDirectory(folder).toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the folder " + folder, e);
        }
    }
}
