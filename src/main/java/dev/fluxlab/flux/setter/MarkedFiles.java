package dev.fluxlab.flux.setter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The files below a path that carry image policy markers. */
public final class MarkedFiles {

    private static final long LARGEST = 16L << 20;

    private final Path root;
    private final Path boundary;
    private final Path folder;

    /**
     * Looks below a path.
     *
     * @param root a folder, or a single file
     * @param boundary a folder that links may not lead out of
     */
    public MarkedFiles(Path root, Path boundary) {
        this.root = root;
        this.boundary = boundary;
        this.folder = Files.isDirectory(root) ? root : root.resolveSibling("");
    }

    /**
     * Sets every marked value and rewrites the files in which one changed.
     *
     * @throws UpdateException when nothing may be written
     */
    public Changes update(Setters setters) {
        List<Resource> resources = read();
        if (resources.stream().anyMatch(Resource::claimsOtherPath)) {
            throw UpdateException.mismatchedPath();
        }
        Changes changes = new Changes();
        Set<String> changed = new HashSet<>();
        for (Resource resource : resources) {
            ChangedObject identity = resource.identity();
            new SettingPass(setters, change -> {
                        changes.add(resource.path(), identity, change);
                        changed.add(resource.path());
                    })
                    .visit(resource.document());
        }
        write(resources.stream().filter(one -> changed.contains(one.path())).toList());
        return changes;
    }

    private List<Resource> read() {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            throw UpdateException.missing(root);
        }
        List<Resource> resources = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(this::isCandidate).sorted().toList()) {
                resources.addAll(read(path));
            }
        } catch (IOException e) {
            throw UpdateException.unreadable(root, String.valueOf(e.getMessage()));
        }
        return resources;
    }

    private boolean isCandidate(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || name.equals("Kustomization");
        return yaml && Files.isRegularFile(path) && staysInside(path);
    }

    private boolean staysInside(Path path) {
        try {
            return path.toRealPath().startsWith(boundary.toRealPath()) && Files.size(path) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Resource> read(Path path) throws IOException {
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        return text.contains(Marker.TOKEN)
                ? ResourceFile.read(folder.relativize(path).toString(), text)
                : List.of();
    }

    private void write(List<Resource> resources) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        for (Resource resource : resources) {
            String path = resource.path().isEmpty() ? resource.ownPath() : resource.path();
            if (path.contains("..")) {
                throw UpdateException.outside(folder, path);
            }
            StringBuilder text = texts.computeIfAbsent(path, key -> new StringBuilder());
            text.append(text.length() > 0 ? "---\n" : "").append(resource.print());
        }
        texts.forEach((path, text) -> write(folder.resolve(path), text.toString()));
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
