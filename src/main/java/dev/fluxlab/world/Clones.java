package dev.fluxlab.world;

import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.WorldView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** The learner's clones, beside the world's state. What is there already is left alone. */
public final class Clones {

    private static final String HOOKS = ".githooks";

    private final Path home;
    private final Access access;

    public Clones(Path home, Access access) {
        this.home = home;
        this.access = access;
    }

    /** Clones every repository that is not there yet. */
    public void make() {
        Path credentials = access.cache().resolveSibling("git-credentials");
        OwnerFile.write(credentials, loginLine());
        WorldView.REPOSITORIES.stream()
                .filter(name -> !Files.exists(home.resolve(name)))
                .forEach(name -> make(name, credentials));
    }

    private String loginLine() {
        return access.forge().getScheme() + "://" + access.learner().user() + ":"
                + access.learner().password() + "@" + access.forge().getAuthority() + "\n";
    }

    private void make(String name, Path credentials) {
        Path folder = home.resolve(name);
        try (Git git = Git.cloneRepository()
                .setURI(access.repository(name).toString())
                .setDirectory(folder.toFile())
                .setCredentialsProvider(new UsernamePasswordCredentialsProvider(
                        access.learner().user(), access.learner().password()))
                .call()) {
            configure(git.getRepository().getConfig(), folder, credentials);
        } catch (GitAPIException e) {
            throw new IllegalStateException(
                    "cannot clone " + access.repository(name) + " to " + folder + ": " + e.getMessage() + ". Move "
                            + folder + " away if it is in the way.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot configure the clone " + folder, e);
        }
    }

    private static void configure(StoredConfig config, Path folder, Path credentials) throws IOException {
        config.setString("credential", null, "helper", "store --file=" + credentials);
        config.setString("user", null, "name", "learner");
        config.setString("user", null, "email", "learner@fluxlab.dev");
        config.setString("pull", null, "rebase", "true");
        if (Files.isDirectory(folder.resolve(HOOKS))) {
            config.setString("core", null, "hooksPath", HOOKS);
        }
        config.save();
    }
}
