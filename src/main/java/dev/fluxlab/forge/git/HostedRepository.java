package dev.fluxlab.forge.git;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.registry.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;

/** One bare repository on disk, with its settings and its receive log beside the objects. */
public final class HostedRepository {

    private static final String SETTINGS = "fluxlab.json";

    private final Repository git;
    private final RepositorySettings settings;
    private final ReceiveLog log;

    private HostedRepository(Repository git, RepositorySettings settings) {
        this.git = git;
        this.settings = settings;
        this.log = new ReceiveLog(git.getDirectory().toPath().resolve("receive-log.jsonl"));
    }

    static HostedRepository create(Path folder, RepositorySettings settings) throws IOException {
        Repository git = build(folder);
        if (!git.getObjectDatabase().exists()) {
            git.create(true);
        }
        StoredConfig config = git.getConfig();
        config.setBoolean("core", null, "fsyncObjectFiles", true);
        config.setBoolean("core", null, "fsyncRefFiles", true);
        config.setBoolean("gc", null, "autoDetach", false);
        config.save();
        git.updateRef("HEAD").link("refs/heads/" + settings.defaultBranch());
        DurableFile.write(folder.resolve(SETTINGS), JsonText.bytes(settings.json()));
        return new HostedRepository(git, settings);
    }

    static HostedRepository open(Path folder, RepositoryName name) throws IOException {
        removeLocks(folder);
        RepositorySettings settings =
                RepositorySettings.read(name, JsonText.read(Files.readAllBytes(folder.resolve(SETTINGS))));
        return new HostedRepository(build(folder), settings);
    }

    /** Settings are written last: without them the repository was never acknowledged. */
    static boolean isAt(Path folder) {
        return Files.exists(folder.resolve(SETTINGS));
    }

    private static Repository build(Path folder) throws IOException {
        return new RepositoryBuilder()
                .setGitDir(folder.toFile())
                .setBare()
                .setMustExist(false)
                .build();
    }

    /** A lock that outlived its process protects nothing and would refuse every push. */
    private static void removeLocks(Path folder) throws IOException {
        List<Path> locks;
        try (var files = Files.walk(folder)) {
            locks = files.filter(file -> file.toString().endsWith(".lock")).toList();
        }
        for (Path lock : locks) {
            Files.delete(lock);
        }
    }

    /** The objects and refs; the caller leaves it open. */
    public Repository git() {
        return git;
    }

    public RepositorySettings settings() {
        return settings;
    }

    public RepositoryName name() {
        return settings.name();
    }

    public ReceiveLog log() {
        return log;
    }
}
