package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder with a kustomization file, and what it renders to. */
public final class Kustomization {

    private static final String ORIGIN = "config.kubernetes.io/origin";
    private static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";
    private static final String LOCAL = "config.kubernetes.io/local-config";
    // kustomize keeps its notes in these, and takes them away from whoever wrote them
    private static final Set<String> INTERNAL = Set.of(
            "config.k8s.io/id",
            "config.kubernetes.io/index",
            "config.kubernetes.io/path",
            "internal.config.kubernetes.io/annotations-migration-resource-id",
            "internal.config.kubernetes.io/id",
            "internal.config.kubernetes.io/index",
            "internal.config.kubernetes.io/path",
            "internal.config.kubernetes.io/seqindent");

    private final Folder folder;
    private final KustomizationFile file;

    private Kustomization(Folder folder, KustomizationFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * What {@code kubectl kustomize} prints for a folder: its files may only lie in or below their own kustomization.
     *
     * @throws KustomizeException when the folder cannot be rendered, with kustomize's message
     */
    public static Rendered build(Path folder) {
        Folder start = Folder.start(folder, new Reach.OwnFolder());
        Kustomization built = new Kustomization(start, KustomizationFile.in(start));
        ResourceSet resources = built.gathered();
        Optional<Obj> order = built.order();
        if (order.isPresent()) {
            Ordering.apply(order.get(), resources);
        } else {
            Ordering.legacy(resources);
        }
        return built.finished(resources);
    }

    /**
     * What Flux renders for a folder that has a kustomization: files may lie anywhere in the artifact, and objects keep
     * their order. {@link FluxBuild} is for folders as they come.
     *
     * @throws KustomizeException when the folder cannot be rendered, with kustomize's message
     */
    public static Rendered build(Path artifact, Path folder) {
        Path root = new Reach.OwnFolder().real(artifact);
        Folder start = Folder.start(folder, new Reach.Artifact(root));
        return render(start, KustomizationFile.in(start));
    }

    /** What a kustomization that was read or made up before renders to, in the order in which objects were gathered. */
    static Rendered render(Folder folder, KustomizationFile file) {
        Kustomization built = new Kustomization(folder, file);
        ResourceSet resources = built.gathered();
        built.order().ifPresent(order -> Ordering.apply(order, resources));
        return built.finished(resources);
    }

    private Optional<Obj> order() {
        return file.fields().get("sortOptions").flatMap(Json::asObj);
    }

    private ResourceSet gathered() {
        ResourceSet resources = new ResourceSet();
        boolean tracked = !file.texts("buildMetadata").isEmpty();
        new Build(folder, file, tracked ? Optional.of(Origin.ROOT) : Optional.empty()).run(resources);
        new HashChange().apply(resources);
        new NameReferences().apply(resources);
        List<Resource> kept =
                resources.all().stream().filter(each -> !isLocal(each)).toList();
        resources.reorder(kept);
        return resources;
    }

    private static boolean isLocal(Resource resource) {
        String local = resource.annotations().getOrDefault(LOCAL, "false");
        return !local.equals("false");
    }

    private Rendered finished(ResourceSet resources) {
        if (file.texts("buildMetadata").contains("managedByLabel")) {
            new TextsChange(
                            Map.of("app.kubernetes.io/managed-by", "kustomize-(devel)"),
                            List.of(FieldSpec.of("+metadata/labels")))
                    .apply(resources);
        }
        resources.all().forEach(this::annotate);
        return new Rendered(resources.all().stream().map(Resource::body).toList());
    }

    /** Leaves the annotations as texts, with where the object comes from if that is asked for. */
    private void annotate(Resource resource) {
        Map<String, String> annotations = resource.annotations();
        annotations.keySet().removeAll(INTERNAL);
        annotations.remove(ORIGIN);
        annotations.remove(TRANSFORMATIONS);
        if (file.texts("buildMetadata").contains("originAnnotations")) {
            resource.origin().ifPresent(origin -> annotations.put(ORIGIN, origin.text()));
        }
        if (file.texts("buildMetadata").contains("transformerAnnotations")
                && !resource.transformations().isEmpty()) {
            annotations.put(TRANSFORMATIONS, Origin.text(resource.transformations()));
        }
        resource.setAnnotations(annotations);
    }
}
