package dev.fluxlab.kustomize;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The kubectl of this machine, if there is one. */
record Kubectl(Path binary) {

    static Optional<Kubectl> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .map(Kubectl::new)
                .findFirst();
    }

    String kustomize(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(binary.toString(), "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("kubectl kustomize " + folder + " did not end within 30 s");
        }
        return output;
    }
}
