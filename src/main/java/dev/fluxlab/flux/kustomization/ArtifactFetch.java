package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.Artifact;
import dev.fluxlab.flux.artifact.Sha256;
import dev.fluxlab.flux.artifact.Tarball;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Gets an artifact by its URL, checks its digest and unpacks it. */
final class ArtifactFetch {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Unpacked bytes that are too many for any folder of manifests, so that a disk is not filled. */
    private static final long LARGEST = 1L << 30;

    private final HttpClient http;

    ArtifactFetch(HttpClient http) {
        this.http = http;
    }

    /** Unpacks into the folder; false when the source's server has no such artifact (any more). */
    boolean fetch(Artifact artifact, Path folder) throws ReconcileFailure {
        try {
            Path file = Files.createTempFile("artifact-", ".tar.gz");
            try {
                int status = download(artifact, file);
                if (status == 404) {
                    return false;
                }
                require(
                        status == 200,
                        "failed to download archive from " + artifact.url() + " (status: " + status + ")");
                verify(artifact, file);
                extract(file, folder);
                return true;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw ReconcileFailure.artifact("failed to download archive: GET " + artifact.url()
                    + " giving up after 10 attempt(s): Get \"" + artifact.url() + "\": " + reason(artifact, e));
        }
    }

    private static void require(boolean holds, String message) throws ReconcileFailure {
        if (!holds) {
            throw ReconcileFailure.artifact(message);
        }
    }

    private int download(Artifact artifact, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(artifact.url()))
                .timeout(TIMEOUT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("context canceled", e);
        }
    }

    private static String reason(Artifact artifact, IOException failure) {
        if (failure instanceof ConnectException) {
            return "dial tcp "
                    + Optional.ofNullable(URI.create(artifact.url()).getAuthority())
                            .orElse("") + ": connect: connection refused";
        }
        return String.valueOf(failure.getMessage());
    }

    private static void verify(Artifact artifact, Path file) throws IOException, ReconcileFailure {
        try (InputStream in = Files.newInputStream(file)) {
            require(
                    Sha256.of(in).equals(artifact.digest()),
                    "failed to verify archive: computed digest doesn't match provided '" + artifact.digest()
                            + "' (check whether file size exceeds max download size)");
        }
    }

    private static void extract(Path file, Path folder) throws ReconcileFailure {
        try (InputStream in = Files.newInputStream(file)) {
            Tarball.extract(in, folder, LARGEST);
        } catch (IOException e) {
            throw ReconcileFailure.artifact(
                    "failed to extract archive (check whether file size exceeds max download size): " + e.getMessage());
        }
    }
}
