package dev.fluxlab.flux;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.flux.api.FluxDefinitions;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Kinds;
import dev.fluxlab.flux.reconcile.Write;
import dev.fluxlab.forge.git.Accounts;
import dev.fluxlab.forge.git.ForgeFailures;
import dev.fluxlab.forge.git.ForgeUser;
import dev.fluxlab.forge.git.GitHandler;
import dev.fluxlab.forge.git.Repositories;
import dev.fluxlab.forge.git.RepositorySettings;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.kube.TestCluster;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryClient;
import dev.fluxlab.workload.Workload;
import dev.fluxlab.workload.WorkloadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** An API server, a forge and Flux's controllers in this process, on one clock that tests move. */
public final class TestFlux implements AutoCloseable {

    /** Nothing is pulled from nowhere, so that what names it never gets ready. */
    private static final Pattern PULLABLE = Pattern.compile("(?!nowhere/).*");

    private final WorldClock clock;
    private final TestCluster kubernetes;
    private final Cluster cluster;
    private final Kinds kinds;
    private final Repositories repositories;
    private final HttpServer forge;
    private final FluxControllers controllers;
    private final Workload workload;
    private final Registry registry;
    private final Path folder;

    private TestFlux(Path folder) throws IOException {
        this.folder = folder;
        this.clock = WorldClock.on(InstantSource.system(), Duration.ZERO);
        this.kubernetes = TestCluster.start(clock);
        this.cluster = new Cluster(kubernetes.client());
        this.kinds = new Kinds(cluster);
        this.repositories = Repositories.in(folder.resolve("forge"));
        Accounts accounts = new Accounts(List.of(ForgeUser.writer("flux", "secret")), token -> Optional.empty());
        this.forge = HttpServer.on("127.0.0.1", 0)
                .route("/", new GitHandler(repositories, accounts, push -> {}, clock))
                .failures(new ForgeFailures())
                .start();
        FluxDefinitions.all().forEach(this::apply);
        this.controllers = FluxControllers.start(
                kubernetes.config(), new FluxOptions(clock, folder.resolve("flux"), "127.0.0.1", 0));
        this.workload =
                Workload.start(kubernetes.config(), WorkloadOptions.on(clock).assuming(PULLABLE));
        this.registry = Registry.in(folder.resolve("registry")).time(clock).start();
        namespace("flux-system");
    }

    public static TestFlux start(Path folder) throws IOException {
        return new TestFlux(folder);
    }

    public Cluster cluster() {
        return cluster;
    }

    public WorldClock clock() {
        return clock;
    }

    public FluxControllers controllers() {
        return controllers;
    }

    public TestCluster kubernetes() {
        return kubernetes;
    }

    public void namespace(String name) {
        apply(YamlText.read("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}")
                .obj());
    }

    /** Makes a repository on the forge and a clone of it. */
    public GitClone repository(String name) throws IOException {
        repositories.create(RepositorySettings.of(name));
        return GitClone.of(url(name), folder.resolve("clone-" + name.replace('/', '-')));
    }

    public Registry registry() {
        return registry;
    }

    public RegistryClient images() {
        return RegistryClient.of(registry.uri());
    }

    /** Asks for a run, as {@code flux reconcile} does. */
    public void request(String kind, String path) {
        Obj annotations =
                Obj.of("reconcile.fluxcd.io/requestedAt", clock.instant().toString());
        merge(kind, path, Obj.of("metadata", Obj.of("annotations", annotations)));
    }

    /** Makes a repository that only its users may see. */
    public void hiddenRepository(String name) throws IOException {
        repositories.create(RepositorySettings.of(name).asHidden());
    }

    public String url(String name) {
        return forge.uri() + "/" + name + ".git";
    }

    /** Applies each document as a person with kubectl would. */
    public void apply(String yaml) {
        YamlText.readAll(yaml).forEach(document -> apply(document.obj()));
    }

    public void apply(Obj object) {
        cluster.patch(address(object), Write.apply(object, "test"));
    }

    public void merge(String kind, String path, Obj patch) {
        cluster.patch(address(kind, path), Write.merge(patch, "test"));
    }

    public void delete(String kind, String path) {
        cluster.delete(address(kind, path), Obj.EMPTY);
    }

    private Address address(Obj object) {
        String apiVersion = object.text("apiVersion");
        Kinds.Kind kind = kinds.find(apiVersion, object.text("kind")).orElseThrow();
        String namespace = kind.namespaced() ? object.text("metadata", "namespace") : "";
        return new Address(apiVersion, kind.plural(), namespace, object.text("metadata", "name"));
    }

    private static final Map<String, String> VERSIONS = Map.of(
            "GitRepository", "source.toolkit.fluxcd.io/v1",
            "OCIRepository", "source.toolkit.fluxcd.io/v1",
            "Kustomization", "kustomize.toolkit.fluxcd.io/v1",
            "Receiver", "notification.toolkit.fluxcd.io/v1",
            "Alert", "notification.toolkit.fluxcd.io/v1beta3",
            "Provider", "notification.toolkit.fluxcd.io/v1beta3",
            "Deployment", "apps/v1",
            "ConfigMap", "v1",
            "Namespace", "v1");

    private Address address(String kind, String path) {
        String apiVersion = VERSIONS.getOrDefault(kind, "image.toolkit.fluxcd.io/v1");
        int slash = path.indexOf('/');
        String plural = kinds.find(apiVersion, kind).orElseThrow().plural();
        return new Address(apiVersion, plural, path.substring(0, Math.max(slash, 0)), path.substring(slash + 1));
    }

    public Optional<Obj> find(String kind, String path) {
        return cluster.get(address(kind, path));
    }

    public Obj get(String kind, String path) {
        return cluster.read(address(kind, path));
    }

    public Obj condition(String kind, String path, String type) {
        return find(kind, path).map(object -> condition(object, type)).orElse(Obj.EMPTY);
    }

    private static Obj condition(Obj object, String type) {
        return object.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .map(Json::obj)
                .findFirst()
                .orElse(Obj.EMPTY);
    }

    /** Waits until the object is as wanted; what it was instead is in the message when it is not. */
    public Obj await(String kind, String path, Predicate<Obj> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Optional<Obj> found = find(kind, path);
        while (found.filter(wanted).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(kind + " " + path + " is not as awaited: "
                        + found.map(object -> YamlText.print(object.without("metadata")))
                                .orElse("not there"));
            }
            Thread.onSpinWait();
            clock.awaitRest(Duration.ofSeconds(1));
            found = find(kind, path);
        }
        return found.orElseThrow();
    }

    public Obj awaitReady(String kind, String path) throws InterruptedException {
        return await(
                kind,
                path,
                object -> condition(object, "Ready").text("status").equals("True")
                        && object.at("status", "observedGeneration").equals(object.at("metadata", "generation")));
    }

    public Obj awaitReason(String kind, String path, String reason) throws InterruptedException {
        return condition(
                await(kind, path, object -> condition(object, "Ready")
                        .text("reason")
                        .equals(reason)),
                "Ready");
    }

    public List<String> events(String kind, String name) {
        return cluster.list(new Address("v1", "events", "", ""), Map.of()).stream()
                .filter(event -> event.text("involvedObject", "kind").equals(kind)
                        && event.text("involvedObject", "name").equals(name))
                .map(event -> event.text("type") + " " + event.text("reason") + " " + event.text("message"))
                .toList();
    }

    @Override
    public void close() {
        controllers.close();
        workload.close();
        registry.close();
        forge.close();
        repositories.close();
        kubernetes.close();
        clock.close();
    }
}
