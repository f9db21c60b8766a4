package dev.fluxlab.guard;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a fleet from a folder. */
final class Checkout {

    private static final Set<String> SKIPPED = Set.of(".git", ".fluxlab", "node_modules", "target");
    private static final long LARGEST = 1 << 20;
    private static final Pattern MARKER = Pattern.compile("#\\s*(\\{.*\\$imagepolicy.*)");
    private static final Pattern REFERENCE = Pattern.compile("([^:]+):([^:]+)(?::(tag|name|digest))?");

    private final Path root;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Manifest> manifests = new ArrayList<>();
    private final Map<String, String> namespaces = new HashMap<>();

    private Checkout(Path root) {
        this.root = root;
    }

    static Fleet read(Path root) throws IOException {
        Checkout checkout = new Checkout(root.toRealPath());
        checkout.readFiles();
        checkout.files.forEach(checkout::readNamespace);
        checkout.files.forEach(checkout::readManifests);
        List<Marker> markers =
                checkout.files.stream().flatMap(file -> markers(file).stream()).toList();
        return new Fleet(
                checkout.files,
                checkout.manifests,
                markers,
                new FleetBuilds(checkout.root, checkout.files, checkout.manifests).all());
    }

    private void readFiles() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = SKIPPED.contains(String.valueOf(folder.getFileName()));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() <= LARGEST && isYaml(file)) {
                    readFile(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(java.util.Comparator.comparing(SourceFile::path));
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("Kustomization");
    }

    private void readFile(Path file) throws IOException {
        try {
            String path = root.relativize(file).toString().replace('\\', '/');
            files.add(new SourceFile(path, Files.readAllLines(file)));
        } catch (MalformedInputException notText) {
            // what is no text holds no manifest; a kustomization that lists it will not render, and that is told
            return;
        }
    }

    private void readNamespace(SourceFile file) {
        if (FleetBuilds.isKustomization(file.path())) {
            documents(file).stream()
                    .map(document -> document.value().text("namespace"))
                    .filter(namespace -> !namespace.isEmpty())
                    .forEach(namespace -> namespaces.put(FleetBuilds.folder(file.path()), namespace));
        }
    }

    private void readManifests(SourceFile file) {
        if (file.isWorkflow()) {
            return;
        }
        for (YamlText.Located document : documents(file)) {
            Json object = document.value();
            boolean isObject = !object.text("apiVersion").isEmpty()
                    && !object.text("metadata", "name").isEmpty();
            if (isObject) {
                // the namespace of a kustomization replaces the one an object says
                String namespace =
                        namespaces.getOrDefault(FleetBuilds.folder(file.path()), object.text("metadata", "namespace"));
                manifests.add(new Manifest(file.path(), document, namespace));
            }
        }
    }

    private static List<YamlText.Located> documents(SourceFile file) {
        try {
            return YamlText.readLocated(file.text());
        } catch (DocumentException notYaml) {
            return List.of();
        }
    }

    private static List<Marker> markers(SourceFile file) {
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            Matcher marker = MARKER.matcher(file.lines().get(i));
            if (marker.find()) {
                Place place = new Place(file.path(), i + 1);
                markers.add(new Marker(place, marker.group(1).strip(), reference(marker.group(1))));
            }
        }
        return markers;
    }

    private static Optional<Marker.Reference> reference(String json) {
        try {
            Matcher reference = REFERENCE.matcher(JsonText.read(json.strip()).text("$imagepolicy"));
            return reference.matches()
                    ? Optional.of(new Marker.Reference(
                            reference.group(1),
                            reference.group(2),
                            Optional.ofNullable(reference.group(3)).orElse("")))
                    : Optional.empty();
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }
}
