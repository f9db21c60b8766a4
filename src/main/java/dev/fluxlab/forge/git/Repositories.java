package dev.fluxlab.forge.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every repository of a forge, in a folder each: {@code owner/name.git}. */
public final class Repositories implements AutoCloseable {

    private static final int DEPTH = 2;

    private final Path root;
    private final String organisation;
    private final Map<String, HostedRepository> known = new ConcurrentSkipListMap<>();

    private Repositories(Path root, String organisation) {
        this.root = root;
        this.organisation = organisation;
    }

    public static Repositories in(Path root) throws IOException {
        return in(root, "");
    }

    /** As above; a name without an owner also finds the repository of the organisation. */
    public static Repositories in(Path root, String organisation) throws IOException {
        Files.createDirectories(root);
        Repositories repositories = new Repositories(root, organisation);
        List<Path> folders;
        try (var found = Files.find(root, DEPTH, (path, kind) -> kind.isDirectory() && HostedRepository.isAt(path))) {
            folders = found.toList();
        }
        for (Path folder : folders) {
            String relative = root.relativize(folder).toString();
            RepositoryName name = new RepositoryName(relative.substring(0, relative.length() - ".git".length()));
            repositories.known.put(name.value(), HostedRepository.open(folder, name));
        }
        return repositories;
    }

    /** Makes a repository; one that is there keeps its content and takes the settings. */
    public synchronized HostedRepository create(RepositorySettings settings) throws IOException {
        Path folder = root.resolve(settings.name() + ".git");
        Files.createDirectories(folder);
        HostedRepository created = HostedRepository.create(folder, settings);
        known.put(settings.name().value(), created);
        return created;
    }

    public Optional<HostedRepository> find(String name) {
        return Optional.ofNullable(known.get(name)).or(() -> Optional.ofNullable(known.get(organisation + "/" + name)));
    }

    public List<HostedRepository> all() {
        return List.copyOf(known.values());
    }

    @Override
    public void close() {
        known.values().forEach(repository -> repository.git().close());
        known.clear();
    }
}
