package dev.fluxlab.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The uploads that are under way. They do not outlive the server: a client begins again what it has not finished. */
final class Uploads {

    private final Path folder;
    private final Layouts layouts;
    private final Supplier<String> ids;
    private final Map<String, Upload> open = new ConcurrentHashMap<>();

    private Uploads(Path folder, Layouts layouts, Supplier<String> ids) {
        this.folder = folder;
        this.layouts = layouts;
        this.ids = ids;
    }

    static Uploads in(Path folder, Layouts layouts, Supplier<String> ids) throws IOException {
        Files.createDirectories(folder);
        try (var left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        return new Uploads(folder, layouts, ids);
    }

    Upload begin(RepositoryName repository) throws IOException {
        String id = ids.get();
        Upload upload = Upload.begin(id, repository, folder.resolve(id), layouts);
        open.put(id, upload);
        return upload;
    }

    Upload get(RepositoryName repository, String id) {
        return Optional.ofNullable(open.get(id))
                .filter(upload -> upload.repository().equals(repository))
                .orElseThrow(() -> OciException.uploadUnknown(id));
    }

    void cancel(Upload upload) throws IOException {
        open.remove(upload.id());
        upload.discard();
    }

    /** Ends an upload with its last bytes; whatever is wrong with them ends it too. */
    void finish(Upload upload, Digest digest, InputStream rest) throws IOException {
        boolean done = false;
        try {
            upload.append(rest);
            upload.finish(digest);
            done = true;
        } finally {
            open.remove(upload.id());
            if (!done) {
                upload.discard();
            }
        }
    }
}
