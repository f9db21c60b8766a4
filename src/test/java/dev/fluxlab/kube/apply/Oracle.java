package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What Kubernetes' own libraries made of random writes, as src/build/oracle recorded it. */
public final class Oracle {

    private Oracle() {}

    public static List<Json> cases(String name) {
        String path = "/dev/fluxlab/kube/oracle/" + name + ".json.gz";
        try (InputStream in =
                new GZIPInputStream(Objects.requireNonNull(Oracle.class.getResourceAsStream(path), path))) {
            return JsonText.read(in.readAllBytes()).items();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
