package dev.fluxlab.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What guardrails look at: the files of a fleet, the objects they say, the markers in them, and what they render to. */
record Fleet(List<SourceFile> files, List<Manifest> manifests, List<Marker> markers, List<Build> builds) {

    static final String KUSTOMIZE = "kustomize.toolkit.fluxcd.io";
    static final String IMAGE = "image.toolkit.fluxcd.io";
    static final String SOURCE = "source.toolkit.fluxcd.io";

    Fleet {
        files = List.copyOf(files);
        manifests = List.copyOf(manifests);
        markers = List.copyOf(markers);
        builds = List.copyOf(builds);
    }

    Stream<Manifest> all(String group, String kind) {
        return manifests.stream().filter(manifest -> manifest.isOf(group, kind));
    }

    Optional<Manifest> find(String group, String kind, Marker.Reference reference) {
        return all(group, kind)
                .filter(manifest -> manifest.name().equals(reference.name())
                        && manifest.namespace().equals(reference.namespace()))
                .findFirst();
    }

    /** The first line of a folder for which the condition holds, else of any, else the folder's kustomization. */
    Place placeOf(Predicate<String> condition, String folder) {
        return line(condition, folder + "/")
                .or(() -> line(condition, ""))
                .orElseGet(() -> new Place(kustomization(folder), 1));
    }

    private Optional<Place> line(Predicate<String> condition, String prefix) {
        return files.stream()
                .filter(file -> file.path().startsWith(prefix))
                .flatMap(file -> Stream.iterate(0, i -> i < file.lines().size(), i -> i + 1)
                        .filter(i -> condition.test(file.lines().get(i)))
                        .map(i -> new Place(file.path(), i + 1)))
                .findFirst();
    }

    String kustomization(String folder) {
        return files.stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith(folder + "/kustomization.y") || path.equals(folder + "/Kustomization"))
                .findFirst()
                .orElse(folder);
    }
}
