package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One folder of a build: gathers what it lists, makes what it generates, then changes all of it. */
final class Build {

    private final Folder folder;
    private final KustomizationFile file;
    // where objects come from is only kept track of when the outermost kustomization asks for it
    private final Optional<Origin> origin;

    Build(Folder folder, KustomizationFile file, Optional<Origin> origin) {
        this.folder = folder;
        this.file = file;
        this.origin = origin;
    }

    /** Everything this folder says, over the resources that are there already. */
    void run(ResourceSet resources) {
        within("accumulating resources", () -> file.resources().forEach(path -> resource(path, resources)));
        generate("ConfigMap", "configMapGenerator", resources);
        generate("Secret", "secretGenerator", resources);
        within("accumulating components", () -> file.texts("components").forEach(path -> component(path, resources)));
        new Changes(folder, file).all().forEach(step -> change(step, resources));
    }

    private static void within(String prefix, Runnable work) {
        try {
            work.run();
        } catch (KustomizeException e) {
            throw e.within(prefix);
        }
    }

    private void resource(String path, ResourceSet resources) {
        refuseRemote(path);
        try {
            manifest(path, resources);
        } catch (KustomizeException e) {
            if (e.isComplete()) {
                throw e;
            }
            directory(path, e, resources);
        }
    }

    private static void refuseRemote(String path) {
        boolean remote = path.contains("://")
                || path.startsWith("git@")
                || path.startsWith("git::")
                || path.startsWith("github.com/")
                || path.startsWith("github.com:");
        if (remote) {
            throw new KustomizeException(
                    "'" + path
                            + "' is remote, and remote resources and bases are not supported here; vendor it into the repository");
        }
    }

    private void manifest(String path, ResourceSet resources) {
        List<Resource> read;
        try {
            read = Manifests.read(folder.load(path)).stream().map(Resource::new).toList();
            ResourceSet own = new ResourceSet();
            own.addAll(read);
        } catch (KustomizeException e) {
            KustomizeException located = isMalformed(e) ? new KustomizeException(e.text() + " in File: " + path) : e;
            throw located.within("accumulating resources from '" + path + "'");
        }
        origin.ifPresent(from -> read.forEach(resource -> resource.comesFrom(from.below(path))));
        within("merging resources from '" + path + "'", () -> resources.addAll(read));
    }

    private static boolean isMalformed(KustomizeException e) {
        return e.text().contains("MalformedYAMLError");
    }

    private void directory(String path, KustomizeException asFile, ResourceSet resources) {
        String told = "accumulation err='" + asFile.text() + "'";
        Folder entered;
        try {
            entered = folder.enter(path);
        } catch (KustomizeException e) {
            // a file that is no YAML is a file all the same: that it is no folder would only confuse
            throw isMalformed(asFile) ? asFile : e.within(told);
        }
        within(told, () -> {
            ResourceSet gathered = new ResourceSet();
            below(path, entered, false, gathered);
            within("recursed merging from path '" + entered.root() + "'", () -> resources.addAll(gathered.all()));
        });
    }

    private void component(String path, ResourceSet resources) {
        Folder entered;
        try {
            refuseRemote(path);
            entered = folder.enter(path);
        } catch (KustomizeException e) {
            throw new KustomizeException("loader.New " + GoText.quoted(e.text()));
        }
        try {
            below(path, entered, true, resources);
        } catch (KustomizeException e) {
            throw new KustomizeException("accumulateDirectory: " + GoText.quoted(e.text()));
        }
    }

    private void below(String path, Folder entered, boolean component, ResourceSet resources) {
        KustomizationFile read =
                orTold("couldn't make target for path '" + entered.root() + "'", () -> KustomizationFile.in(entered));
        if (component != read.isComponent()) {
            throw new KustomizeException(
                    component
                            ? "expected kind 'Component' for path '" + entered.root() + "' but got '" + read.kind()
                                    + "'"
                            : "expected kind != 'Component' for path '" + entered.root() + "'");
        }
        Build nested = new Build(entered, read, origin.map(from -> from.below(path)));
        within("recursed accumulation of path '" + entered.root() + "'", () -> nested.run(resources));
    }

    private static <T> T orTold(String prefix, Supplier<T> work) {
        try {
            return work.get();
        } catch (KustomizeException e) {
            throw e.within(prefix);
        }
    }

    private void generate(String kind, String field, ResourceSet resources) {
        Obj global = file.fields().obj("generatorOptions");
        Optional<Origin> by = origin.map(from -> from.by(kind + "Generator", file.fileName()));
        for (Json args : file.list(field)) {
            new Generator(kind, args, global, folder).generate(resources, by);
        }
    }

    private void change(Changes.Step step, ResourceSet resources) {
        step.change().apply(resources);
        origin.map(from -> from.by(step.plugin(), file.fileName()))
                .ifPresent(by -> resources.all().forEach(resource -> resource.changedBy(by)));
        resources.dropEmpty();
    }

    /** Tells a problem with the configuration of a plugin as kustomize does, with the configuration. */
    static <T> T configured(String plugin, Json config, Supplier<T> work) {
        return orTold(
                "trouble configuring builtin " + plugin + " with config: `\n" + YamlText.printSorted(config) + "`",
                work);
    }
}
