package dev.fluxlab.flux.source;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.OCIRepositorySpec;
import dev.fluxlab.flux.api.OCIRepositorySpec.LayerSelector.Operation;
import dev.fluxlab.flux.artifact.Tarball;
import dev.fluxlab.flux.oci.OciFailure;
import dev.fluxlab.flux.oci.OciManifest;
import dev.fluxlab.flux.oci.OciRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The layer of an artifact that counts, on its way to the store. */
final class OciLayer {

    private static final String OPERATION_FAILED = "OCIArtifactLayerOperationFailed";

    /** Unpacked bytes that are too many for a folder of manifests, so that a disk is not filled. */
    private static final long LARGEST = 1L << 30;

    private final OciRegistry repository;
    private final OCIRepositorySpec spec;
    private final Path scratch;

    OciLayer(OciRegistry repository, OCIRepositorySpec spec, Path scratch) {
        this.repository = repository;
        this.spec = spec;
        this.scratch = scratch;
    }

    void store(OciManifest manifest, String revision, SourceFrame<?> frame) throws SourceFailure {
        OciManifest.Layer layer = select(manifest);
        String file = manifest.digest() + ".tar.gz";
        Obj metadata = Obj.ofTexts(manifest.annotations());
        try {
            Path folder = Files.createTempDirectory(scratch, "oci-");
            try {
                Path blob = folder.resolve("blob");
                download(layer, blob);
                if (isCopied()) {
                    frame.store(file, revision, metadata, out -> Files.copy(blob, out));
                } else {
                    List<Tarball.Member> members = members(unpacked(blob, folder.resolve("tree")));
                    frame.store(file, revision, metadata, out -> Tarball.write(members, out));
                }
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw SourceFailure.storage("ArchiveOperationFailed", "unable to archive artifact to storage: " + e);
        }
    }

    private boolean isCopied() {
        return spec.layerSelector() != null && spec.layerSelector().operation() == Operation.COPY;
    }

    private OciManifest.Layer select(OciManifest manifest) throws SourceFailure {
        if (manifest.layers().isEmpty()) {
            throw SourceFailure.fetch(OPERATION_FAILED, "no layers found in artifact");
        }
        String mediaType =
                spec.layerSelector() == null ? "" : spec.layerSelector().mediaType();
        Optional<OciManifest.Layer> found = manifest.layers().stream()
                .filter(layer -> mediaType.isEmpty() || layer.mediaType().equals(mediaType))
                .findFirst();
        if (found.isEmpty()) {
            throw SourceFailure.fetch(
                    OPERATION_FAILED, "failed to find layer with media type '" + mediaType + "' in artifact");
        }
        return found.get();
    }

    private void download(OciManifest.Layer layer, Path blob) throws SourceFailure, IOException {
        try {
            repository.blob(layer.digest(), blob);
        } catch (OciFailure e) {
            throw SourceFailure.fetch(
                    "OCIArtifactPullFailed", "failed to pull artifact from '" + spec.url() + "': " + e.getMessage());
        }
    }

    private static Path unpacked(Path blob, Path tree) throws SourceFailure {
        try (InputStream in = Files.newInputStream(blob)) {
            Tarball.extract(in, Files.createDirectories(tree), LARGEST);
            return tree;
        } catch (IOException e) {
            throw SourceFailure.fetch(
                    OPERATION_FAILED, "failed to extract layer contents from artifact: " + e.getMessage());
        }
    }

    private List<Tarball.Member> members(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<IgnoreRules.Listed> listed = new ArrayList<>();
        for (Path file : files) {
            if (file.endsWith(IgnoreRules.FILE)) {
                listed.add(new IgnoreRules.Listed(folder(name(tree, file)), Files.readString(file)));
            }
        }
        IgnoreRules rules = IgnoreRules.of(listed, spec.ignore());
        List<Tarball.Member> members = new ArrayList<>();
        for (Path file : files) {
            String name = name(tree, file);
            if (!rules.excludes(name)) {
                members.add(new Tarball.Member(
                        name, Files.isExecutable(file), Files.size(file), out -> Files.copy(file, out)));
            }
        }
        return members;
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private static String name(Path tree, Path file) {
        return tree.relativize(file).toString();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
