package dev.fluxlab.forge.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git itself makes of the forge. */
final class GitHandlerTest {

    @TempDir
    Path folder;

    private final List<Push> pushes = new ArrayList<>();
    private Repositories repositories;
    private HttpServer server;
    private Path clone;

    @BeforeEach
    void start() throws Exception {
        repositories = Repositories.in(folder.resolve("forge"));
        repositories.create(RepositorySettings.of("acme/backend").maxPush(100_000));
        repositories.create(RepositorySettings.of("fleet").protect(new ProtectedBranch("main", true, List.of("flux"))));
        repositories.create(RepositorySettings.of("private/fail").asHidden());
        Accounts accounts = new Accounts(
                List.of(
                        ForgeUser.writer("ada", "secret"),
                        ForgeUser.writer("flux", "bot"),
                        ForgeUser.readOnlyKey("key", "k", "acme/backend")),
                token -> Optional.empty());
        server = HttpServer.on("127.0.0.1", 0)
                .route("/", new GitHandler(repositories, accounts, pushes::add, InstantSource.fixed(Instant.EPOCH)))
                .failures(new ForgeFailures())
                .start();
        clone = folder.resolve("clone");
        git(folder, 0, "clone", "-q", url("ada:secret", "acme/backend.git"), clone.toString());
        git(clone, 0, "config", "user.email", "ada@lab");
        git(clone, 0, "config", "user.name", "Ada");
        git(clone, 0, "checkout", "-q", "-b", "main");
        commit("one");
    }

    @AfterEach
    void stop() {
        server.close();
        repositories.close();
    }

    @Test
    void what_is_pushed_is_cloned_whole_and_shallow() throws Exception {
        commit("two");
        git(clone, 0, "push", "origin", "main");
        git(folder, 0, "clone", "-q", url("", "acme/backend.git"), "whole");
        git(folder, 0, "clone", "-q", "--depth", "1", url("", "acme/backend"), "shallow");
        assertThat(git(folder.resolve("whole"), 0, "rev-list", "--count", "HEAD"))
                .isEqualTo("2\n");
        assertThat(git(folder.resolve("shallow"), 0, "rev-list", "--count", "HEAD"))
                .isEqualTo("1\n");
        git(folder.resolve("shallow"), 0, "fetch", "-q", "--unshallow");
        assertThat(git(folder.resolve("shallow"), 0, "rev-list", "--count", "HEAD"))
                .isEqualTo("2\n");
        git(folder, 0, "-c", "protocol.version=0", "clone", "-q", url("", "acme/backend"), "old");
    }

    @Test
    void a_push_is_told_and_logged() throws Exception {
        git(clone, 0, "push", "origin", "main");
        assertThat(pushes).hasSize(1);
        assertThat(pushes.get(0).caller().name()).isEqualTo("ada");
        assertThat(pushes.get(0).changes().get(0).ref()).isEqualTo("refs/heads/main");
        assertThat(log("acme/backend")).singleElement().satisfies(line -> assertThat(line)
                .contains("\"user\":\"ada\"")
                .contains("\"accepted\":true")
                .contains("1970-01-01T00:00:00Z"));
    }

    @Test
    void a_protected_branch_takes_no_push_without_review_and_says_so() throws Exception {
        git(clone, 0, "push", url("ada:secret", "fleet.git"), "main");
        commit("two");
        String said = git(clone, 1, "push", url("ada:secret", "fleet.git"), "main");
        assertThat(said)
                .contains("remote: error: main is protected: changes need a review")
                .contains("! [remote rejected] main -> main (pre-receive hook declined)");
        assertThat(log("fleet").get(1)).contains("\"accepted\":false").contains("need a review");
        git(clone, 0, "push", url("flux:bot", "fleet.git"), "main");
    }

    @Test
    void a_protected_branch_is_neither_rewritten_nor_deleted() throws Exception {
        git(clone, 0, "push", url("flux:bot", "fleet.git"), "main");
        git(clone, 0, "commit", "-q", "--amend", "-m", "other");
        assertThat(git(clone, 1, "push", "--force", url("flux:bot", "fleet.git"), "main"))
                .contains("remote: error: main is protected: its history may not be rewritten");
        assertThat(git(clone, 1, "push", url("flux:bot", "fleet.git"), ":main"))
                .contains("remote: error: main is protected: it may not be deleted");
        git(clone, 0, "push", url("flux:bot", "fleet.git"), "main:topic");
        git(clone, 0, "push", url("flux:bot", "fleet.git"), ":topic");
    }

    @Test
    void a_forced_push_elsewhere_is_taken_and_marked_in_the_log() throws Exception {
        git(clone, 0, "push", "origin", "main");
        git(clone, 0, "commit", "-q", "--amend", "-m", "other");
        git(clone, 0, "push", "--force", "origin", "main");
        assertThat(log("acme/backend").get(1)).contains("\"forced\":true");
    }

    @Test
    void a_read_only_key_does_not_push() throws Exception {
        git(folder, 0, "ls-remote", url("key:k", "acme/backend.git"));
        assertThat(git(clone, 128, "push", url("key:k", "acme/backend.git"), "main"))
                .contains("remote: key may read acme/backend, but not push to it")
                .contains("error: 403");
    }

    @Test
    void a_hidden_repository_asks_who_is_there_and_a_missing_one_is_not_found() throws Exception {
        assertThat(git(folder, 128, "ls-remote", url("", "private/fail.git"))).contains("could not read Username");
        assertThat(git(folder, 128, "ls-remote", url("key:k", "private/fail.git")))
                .contains("not found");
        assertThat(git(folder, 128, "ls-remote", url("ada:wrong", "private/fail.git")))
                .contains("Authentication failed");
        assertThat(git(folder, 128, "ls-remote", url("", "none.git"))).contains("not found");
        git(folder, 0, "ls-remote", url("ada:secret", "private/fail.git"));
    }

    @Test
    void a_push_beyond_the_quota_is_refused() throws Exception {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        Files.write(clone.resolve("noise"), noise);
        git(clone, 0, "add", ".");
        git(clone, 0, "commit", "-q", "-m", "noise");
        assertThat(git(clone, 1, "push", "origin", "main")).contains("limit");
        assertThat(git(folder, 0, "ls-remote", url("", "acme/backend.git"))).isEmpty();
    }

    @Test
    void a_symlink_that_leads_out_of_the_tree_is_refused() throws Exception {
        Files.createSymbolicLink(clone.resolve("inside"), Path.of("file"));
        git(clone, 0, "add", ".");
        git(clone, 0, "commit", "-q", "-m", "fine");
        git(clone, 0, "push", "origin", "main");
        Files.createSymbolicLink(clone.resolve("outside"), Path.of("../../etc/passwd"));
        git(clone, 0, "add", ".");
        git(clone, 0, "commit", "-q", "-m", "link");
        git(clone, 0, "rm", "-q", "outside");
        git(clone, 0, "commit", "-q", "-m", "link removed: the commit before still holds it");
        assertThat(git(clone, 1, "push", "origin", "main"))
                .contains("remote: error: outside is a symbolic link to \"../../etc/passwd\", outside the repository");
    }

    @Test
    void a_ref_that_is_neither_branch_nor_tag_is_refused() throws Exception {
        assertThat(git(clone, 1, "push", "origin", "main:refs/notes/x")).contains("only branches");
        git(clone, 0, "push", "origin", "main:refs/tags/v1");
    }

    @Test
    void a_path_that_climbs_out_is_refused() throws Exception {
        assertThat(git(folder, 128, "ls-remote", server.uri() + "/acme/..%2f..%2fx.git"))
                .contains("400");
    }

    @Test
    void jgit_clones_and_pushes_and_hears_why_not() throws Exception {
        git(clone, 0, "push", url("flux:bot", "fleet.git"), "main");
        var ada = new UsernamePasswordCredentialsProvider("ada", "secret");
        try (Git git = Git.cloneRepository()
                .setURI(server.uri() + "/fleet.git")
                .setDirectory(folder.resolve("jgit").toFile())
                .call()) {
            git.commit().setMessage("more").setAllowEmpty(true).setSign(false).call();
            var result =
                    git.push().setCredentialsProvider(ada).call().iterator().next();
            var update = result.getRemoteUpdate("refs/heads/main");
            assertThat(update.getStatus()).isEqualTo(RemoteRefUpdate.Status.REJECTED_OTHER_REASON);
            assertThat(update.getMessage()).isEqualTo("pre-receive hook declined");
            assertThat(result.getMessages()).contains("need a review");
        }
    }

    @Test
    void a_lock_left_by_a_killed_process_does_not_refuse_pushes() throws Exception {
        git(clone, 0, "push", "origin", "main");
        repositories.close();
        Path repository = folder.resolve("forge/acme/backend.git");
        Files.createFile(repository.resolve("refs/heads/main.lock"));
        try (Repositories again = Repositories.in(folder.resolve("forge"))) {
            assertThat(again.find("acme/backend")).isPresent();
            assertThat(repository.resolve("refs/heads/main.lock")).doesNotExist();
            assertThat(again.find("acme/backend").orElseThrow().git().resolve("refs/heads/main"))
                    .isNotNull();
        }
    }

    private List<String> log(String repository) {
        return repositories.find(repository).orElseThrow().log().entries().stream()
                .map(Object::toString)
                .toList();
    }

    private void commit(String text) throws Exception {
        Files.writeString(clone.resolve("file"), text);
        git(clone, 0, "add", ".");
        git(clone, 0, "commit", "-q", "-m", text);
    }

    private String url(String user, String path) {
        String host = server.uri().getAuthority();
        return "http://" + (user.isEmpty() ? "" : user + "@") + host + "/" + path;
    }

    private static String git(Path where, int expected, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isEqualTo(expected);
        return output;
    }
}
