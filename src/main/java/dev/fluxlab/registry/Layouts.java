package dev.fluxlab.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every repository of a registry, a folder each, and the bytes they may hold together. */
final class Layouts {

    private static final String STATE_PREFIX = "_";

    private final Path root;
    private final long quota;
    private final AtomicLong held = new AtomicLong();
    private final Map<RepositoryName, Layout> layouts = new ConcurrentHashMap<>();

    private Layouts(Path root, long quota) {
        this.root = root;
        this.quota = quota;
    }

    static Layouts open(Path root, long quota) throws IOException {
        Files.createDirectories(root);
        Layouts layouts = new Layouts(root, quota);
        try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                layouts.load(folder);
            }
        }
        return layouts;
    }

    private void load(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        if (name.startsWith(STATE_PREFIX) || !Files.exists(folder.resolve("oci-layout"))) {
            return; // oci-layout is written last: without it the repository was never acknowledged
        }
        Layout layout = Layout.open(folder);
        layouts.put(RepositoryName.ofFolder(name), layout);
        held.addAndGet(layout.size());
    }

    Optional<Layout> find(RepositoryName name) {
        return Optional.ofNullable(layouts.get(name));
    }

    Layout get(RepositoryName name) {
        return find(name).orElseThrow(() -> OciException.nameUnknown(name));
    }

    synchronized Layout getOrCreate(RepositoryName name) throws IOException {
        Optional<Layout> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        Layout created = Layout.create(root.resolve(name.folder()));
        layouts.put(name, created);
        return created;
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        layouts.forEach((name, layout) -> {
            if (!layout.index().manifests().isEmpty()) {
                names.add(name.value());
            }
        });
        return names;
    }

    /** Counts bytes that are about to be held, or refuses them. */
    void reserve(long bytes) {
        long after = held.addAndGet(bytes);
        if (after > quota) {
            held.addAndGet(-bytes);
            throw OciException.quotaExceeded(after, quota);
        }
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }
}
