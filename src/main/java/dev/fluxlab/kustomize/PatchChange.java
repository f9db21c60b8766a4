package dev.fluxlab.kustomize;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonPatch;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Patches the objects that an entry of {@code patches} selects, or that its content names. */
final class PatchChange implements Change {

    private final Patch patch;
    private final String source;
    private final Optional<Selector> target;
    private final MergeRights rights;

    /** What a merge may change beside the content. */
    record MergeRights(boolean name, boolean kind) {}

    private PatchChange(Patch patch, String source, Json entry) {
        this.patch = patch;
        this.source = source;
        this.target = entry.at("target").filter(any -> !any.isNull()).map(Selector::of);
        this.rights = new MergeRights(isAllowed(entry, "allowNameChange"), isAllowed(entry, "allowKindChange"));
    }

    private static boolean isAllowed(Json entry, String option) {
        return entry.at("options", option).flatMap(Json::asBoolean).orElse(false);
    }

    /** The change that an entry of {@code patches} says. */
    static PatchChange of(Json entry, Folder folder) {
        String text = entry.text("patch").strip();
        String path = entry.text("path");
        if (text.isEmpty() && path.isEmpty()) {
            throw new KustomizeException("must specify one of patch and path in\n" + YamlText.printSorted(entry));
        }
        if (!text.isEmpty() && !path.isEmpty()) {
            throw new KustomizeException(
                    "patch and path can't be set at the same time\n" + YamlText.printSorted(entry));
        }
        String source = path.isEmpty() ? "[patch: " + GoText.quoted(text) + "]" : "[path: " + GoText.quoted(path) + "]";
        return new PatchChange(Patch.of(path.isEmpty() ? text : file(path, folder), source), source, entry);
    }

    private static String file(String path, Folder folder) {
        try {
            return new String(folder.load(path), StandardCharsets.UTF_8);
        } catch (KustomizeException e) {
            throw e.within("failed to get the patch file from path(" + path + ")");
        }
    }

    /** The change that an entry of the older {@code patchesJson6902} says. */
    static Change json(Json entry, Folder folder) {
        if (entry.obj("target").text("name").isEmpty()) {
            throw new KustomizeException("must specify the target name");
        }
        JsonPatch operations = Patch.operations(entry, folder);
        Selector target = Selector.of(entry.obj("target"));
        return resources -> target.among(resources).forEach(resource -> operate(resource, operations));
    }

    /** The change that the older {@code patchesStrategicMerge} says: texts or paths of files. */
    static Change merges(List<String> entries, Folder folder) {
        List<Obj> patches = entries.stream()
                .flatMap(entry -> inlineOrFile(entry, folder).stream())
                .toList();
        return resources -> {
            for (Obj patch : patches) {
                merge(resources.only(new Resource(patch).id()), patch, new MergeRights(false, false));
                resources.dropEmpty();
            }
        };
    }

    private static List<Obj> inlineOrFile(String entry, Folder folder) {
        try {
            return Manifests.read(entry);
        } catch (KustomizeException notInline) {
            return Manifests.read(folder.load(entry));
        }
    }

    @Override
    public void apply(ResourceSet resources) {
        if (patch.operations().isPresent()) {
            JsonPatch operations = patch.operations().get();
            Selector selector =
                    target.orElseThrow(() -> new KustomizeException("must specify a target for JSON patch " + source));
            selector.among(resources).forEach(resource -> {
                resource.remember();
                operate(resource, operations);
            });
        } else if (target.isPresent()) {
            mergeSelected(target.get(), resources);
        } else {
            patch.objects().forEach(object -> merge(named(object, resources), object, rights));
        }
    }

    private void mergeSelected(Selector selector, ResourceSet resources) {
        if (patch.objects().size() > 1) {
            throw new KustomizeException("Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
                    + " `patches.target` field: " + source);
        }
        for (Resource resource : selector.among(resources)) {
            Resource copy = new Resource(patch.objects().get(0));
            copy.setLabels(copy.labels());
            copy.setAnnotations(copy.annotations());
            merge(resource, copy.body().with("apiVersion", resource.gvk().apiVersion()), rights);
        }
        List<Resource> left =
                resources.all().stream().filter(each -> !each.isEmpty()).toList();
        resources.reorder(List.of());
        resources.addAll(left);
    }

    private static Resource named(Obj object, ResourceSet resources) {
        ResourceId id = new Resource(object).id();
        try {
            return resources.only(id);
        } catch (KustomizeException e) {
            throw e.within("no resource matches strategic merge patch " + GoText.quoted(id.toString()));
        }
    }

    private static void merge(Resource resource, Obj patch, MergeRights rights) {
        ResourceId id = resource.id();
        if (rights.name() || rights.kind()) {
            resource.remember();
        }
        resource.become(StrategicMerge.merge(resource.body(), patch)
                .flatMap(Json::asObj)
                .orElse(Obj.EMPTY));
        if (resource.isEmpty()) {
            return;
        }
        if (!rights.kind()) {
            resource.setKind(id.gvk().kind());
        }
        if (!rights.name()) {
            resource.rename(id.name());
        }
        resource.moveTo(id.namespace());
    }

    private static void operate(Resource resource, JsonPatch operations) {
        try {
            Json changed = operations.apply(resource.body());
            resource.become(changed.asObj().orElse(Obj.EMPTY));
        } catch (DocumentException e) {
            throw new KustomizeException(String.valueOf(e.getMessage()));
        }
        if (!resource.isEmpty()) {
            resource.setAnnotations(resource.annotations());
        }
    }
}
