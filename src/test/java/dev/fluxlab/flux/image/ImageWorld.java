package dev.fluxlab.flux.image;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.flux.api.FluxDefinitions;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.ControllerHost;
import dev.fluxlab.flux.reconcile.EventRecorder;
import dev.fluxlab.flux.reconcile.Surroundings;
import dev.fluxlab.flux.reconcile.Write;
import dev.fluxlab.forge.git.Accounts;
import dev.fluxlab.forge.git.ForgeFailures;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.GitHandler;
import dev.fluxlab.forge.git.ProtectedBranch;
import dev.fluxlab.forge.git.Repositories;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.kube.TestCluster;
import dev.fluxlab.registry.Image;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** An API server, a registry, a forge and the image controllers, in this process. */
final class ImageWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String USER = "flux";
    private static final String PASSWORD = "bot";

    final WorldClock clock = WorldClock.system();
    private final TestCluster kube = TestCluster.start(clock);
    private final Registry registry;
    private final Repositories repositories;
    private final HttpServer forge;
    private final Path clones;
    final Cluster cluster;
    private final ControllerHost host;

    ImageWorld(Path folder) throws Exception {
        registry = Registry.in(folder.resolve("registry")).start();
        repositories = Repositories.in(folder.resolve("forge"));
        repositories.create(RepositorySettings.of("fleet"));
        repositories.create(RepositorySettings.of("protected").protect(new ProtectedBranch("main", true, List.of())));
        Accounts accounts = new Accounts(List.of(ForgeUser.writer(USER, PASSWORD)), token -> Optional.empty());
        forge = HttpServer.on("127.0.0.1", 0)
                .route("/", new GitHandler(repositories, accounts, push -> {}, InstantSource.system()))
                .failures(new ForgeFailures())
                .start();
        clones = Files.createDirectories(folder.resolve("clones"));
        cluster = new Cluster(kube.client());
        install();
        host = ControllerHost.start(
                new Surroundings(kube.client(), cluster, clock, new EventRecorder(cluster, clock)),
                ImageControllers.all(ImageControllers.Options.DEFAULT));
    }

    private void install() throws Exception {
        for (Obj definition : FluxDefinitions.all()) {
            cluster.create(
                    new Address("apiextensions.k8s.io/v1", "customresourcedefinitions", "", ""),
                    Write.create(definition, "test"));
        }
        namespace("apps", "environment: production");
        apply("{apiVersion: v1, kind: Secret, metadata: {name: git, namespace: apps}," + " stringData: {username: "
                + USER + ", password: " + PASSWORD + "}}");
        awaitServed();
    }

    private void awaitServed() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                cluster.list(address("ImageUpdateAutomation", "apps", ""), Map.of());
                return;
            } catch (ApiFailure notYet) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the kinds are not served after " + PATIENCE);
    }

    void namespace(String name, String label) {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + ", labels: {" + label + "}}}");
    }

    String image() {
        return registry.address() + "/acme/backend";
    }

    String git(String repository) {
        return forge.uri() + "/" + repository + ".git";
    }

    void pushImage(String tag) {
        Image image = Image.builder(Instant.EPOCH).label("tag", tag).build();
        RegistryClient.of(registry.uri()).push("acme/backend", tag, image);
    }

    void tagImage(String tag, String newTag) {
        RegistryClient.of(registry.uri()).tag("acme/backend", tag, newTag);
    }

    String registry() {
        return registry.address();
    }

    Repository repository(String name) {
        return repositories.find(name).orElseThrow().git();
    }

    void deleteTag(String tag) {
        RegistryClient client = RegistryClient.of(registry.uri());
        client.delete(
                "acme/backend", client.digest("acme/backend", tag).orElseThrow().toString());
    }

    /** Commits a file on a repository's main branch, as a person would. */
    void commit(String repository, String path, String text) throws Exception {
        commitAll(repository, Map.of(path, text));
    }

    void commitAll(String repository, Map<String, String> files) throws Exception {
        Path folder = Files.createTempDirectory(clones, "clone");
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            if (repositories.find(repository).orElseThrow().git().resolve("refs/heads/main") != null) {
                git.fetch()
                        .setRemote(git(repository))
                        .setRefSpecs(new RefSpec("refs/heads/main:refs/heads/work"))
                        .call();
                git.checkout().setName("work").call();
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("edit " + files.keySet())
                    .setAuthor("ada", "ada@lab")
                    .setCommitter("ada", "ada@lab")
                    .setSign(false)
                    .call();
            git.push()
                    .setRemote(git(repository))
                    .setCredentialsProvider(new UsernamePasswordCredentialsProvider(USER, PASSWORD))
                    .setRefSpecs(new RefSpec("HEAD:refs/heads/main"))
                    .call();
        }
    }

    RevCommit head(String repository, String branch) throws Exception {
        var git = repositories.find(repository).orElseThrow().git();
        return git.parseCommit(git.resolve("refs/heads/" + branch));
    }

    String file(String repository, String path) throws Exception {
        var git = repositories.find(repository).orElseThrow().git();
        var blob = git.resolve("refs/heads/main:" + path);
        return new String(git.open(blob).getBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    Obj apply(String yaml) {
        Json object = YamlText.read(yaml);
        return cluster.patch(
                address(object.text("kind"), object.text("metadata", "namespace"), object.text("metadata", "name")),
                Write.apply(object, "test"));
    }

    static Address address(String kind, String namespace, String name) {
        return switch (kind) {
            case "Secret" -> new Address("v1", "secrets", namespace, name);
            case "Namespace" -> new Address("v1", "namespaces", "", name);
            case "GitRepository" -> new Address("source.toolkit.fluxcd.io/v1", "gitrepositories", namespace, name);
            case "ImageRepository" -> new Address("image.toolkit.fluxcd.io/v1", "imagerepositories", namespace, name);
            case "ImagePolicy" -> new Address("image.toolkit.fluxcd.io/v1", "imagepolicies", namespace, name);
            default -> new Address("image.toolkit.fluxcd.io/v1", "imageupdateautomations", namespace, name);
        };
    }

    /** The object once it is as wanted; its last state in the failure otherwise. */
    Obj await(String kind, String name, Predicate<Obj> wanted) throws InterruptedException {
        return await(kind, "apps", name, wanted);
    }

    Obj await(String kind, String namespace, String name, Predicate<Obj> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Obj last = Obj.EMPTY;
        while (System.nanoTime() < deadline) {
            last = cluster.get(address(kind, namespace, name)).orElse(Obj.EMPTY);
            if (wanted.test(last)) {
                return last;
            }
            clock.awaitRest(Duration.ofMillis(100));
        }
        throw new AssertionError(kind + " " + name + " did not become as wanted: " + last.obj("status"));
    }

    static Obj condition(Obj object, String type) {
        return object.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst()
                .map(Json::obj)
                .orElse(Obj.EMPTY);
    }

    static Predicate<Obj> ready(String message) {
        return object -> condition(object, "Ready").text("status").equals("True")
                && condition(object, "Ready").text("message").contains(message);
    }

    static Predicate<Obj> notReady(String message) {
        return object -> condition(object, "Ready").text("status").equals("False")
                && condition(object, "Ready").text("message").contains(message);
    }

    List<String> events(String kind, String name) {
        return cluster.list(new Address("v1", "events", "apps", ""), Map.of()).stream()
                .filter(event -> event.text("involvedObject", "kind").equals(kind)
                        && event.text("involvedObject", "name").equals(name))
                .map(event -> event.text("type") + " " + event.text("reason") + " " + event.text("message"))
                .toList();
    }

    @Override
    public void close() {
        host.close();
        forge.close();
        repositories.close();
        registry.close();
        kube.close();
        clock.close();
    }
}
