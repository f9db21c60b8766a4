package dev.fluxlab.registry;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One repository as an OCI image layout on disk. What a method has returned from is on disk. */
final class Layout {

    private final Path folder;
    private final Path blobs;
    private final Map<Digest, Obj> parsed = new ConcurrentHashMap<>();
    private volatile LayoutIndex index;

    private Layout(Path folder, LayoutIndex index) {
        this.folder = folder;
        this.blobs = folder.resolve("blobs").resolve("sha256");
        this.index = index;
    }

    static Layout create(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("blobs").resolve("sha256"));
        DurableFile.write(
                folder.resolve("index.json"), JsonText.bytes(LayoutIndex.empty().json()));
        DurableFile.write(
                folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        return new Layout(folder, LayoutIndex.empty());
    }

    /** @throws CorruptRegistryException when index.json is not what the registry wrote */
    static Layout open(Path folder) throws IOException {
        Path file = folder.resolve("index.json");
        try {
            Obj json = JsonText.read(Files.readAllBytes(file)).asObj().orElseThrow();
            return new Layout(folder, LayoutIndex.read(json));
        } catch (DocumentException | OciException | java.util.NoSuchElementException e) {
            throw new CorruptRegistryException(file, e);
        }
    }

    LayoutIndex index() {
        return index;
    }

    Optional<Path> blob(Digest digest) {
        Path file = blobs.resolve(digest.hex());
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Takes a file that has been forced to disk and holds what the digest says. */
    synchronized void adopt(Path file, Digest digest) throws IOException {
        DurableFile.move(file, blobs.resolve(digest.hex()));
    }

    /** Takes a blob of another layout, without a second copy of its bytes where the disk allows it. */
    synchronized void mount(Path blob, Digest digest) throws IOException {
        Path target = blobs.resolve(digest.hex());
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createLink(target, blob);
        } catch (UnsupportedOperationException e) {
            DurableFile.write(target, Files.readAllBytes(blob));
        }
    }

    /** The manifest a tag or digest names. */
    Descriptor manifest(String reference) {
        return index.find(reference).orElseThrow(() -> OciException.manifestUnknown(reference));
    }

    byte[] content(Digest digest) throws IOException {
        return Files.readAllBytes(blob(digest).orElseThrow(() -> OciException.blobUnknown(digest)));
    }

    synchronized void putManifest(Descriptor manifest, byte[] content, Optional<String> tag) throws IOException {
        DurableFile.write(blobs.resolve(manifest.digest().hex()), content);
        change(before -> {
            LayoutIndex with = before.withManifest(manifest);
            return tag.map(name -> with.withTag(name, manifest.digest())).orElse(with);
        });
    }

    synchronized void deleteTag(String tag) throws IOException {
        manifest(tag);
        change(before -> before.withoutTag(tag));
    }

    /** Deletes a manifest with every tag that names it. */
    synchronized void deleteManifest(Digest digest) throws IOException {
        manifest(digest.value());
        change(before -> before.withoutManifest(digest));
        Files.deleteIfExists(blobs.resolve(digest.hex()));
        parsed.remove(digest);
    }

    synchronized void deleteBlob(Digest digest) throws IOException {
        if (index.manifests().containsKey(digest)) {
            throw new OciException(
                    OciError.UNSUPPORTED, digest + " is a manifest; delete it below /manifests/, not /blobs/");
        }
        if (!Files.deleteIfExists(blobs.resolve(digest.hex()))) {
            throw OciException.blobUnknown(digest);
        }
    }

    /** The manifests whose subject is the digest. */
    List<Descriptor> referrers(Digest subject) throws IOException {
        List<Descriptor> found = new java.util.ArrayList<>();
        for (Descriptor manifest : index.manifests().values()) {
            if (document(manifest.digest()).text("subject", "digest").equals(subject.value())) {
                found.add(manifest);
            }
        }
        return found;
    }

    /** The manifest as JSON. */
    Obj document(Digest digest) throws IOException {
        Optional<Obj> known = Optional.ofNullable(parsed.get(digest));
        if (known.isPresent()) {
            return known.get();
        }
        Obj read = JsonText.read(content(digest)).asObj().orElse(Obj.EMPTY);
        parsed.put(digest, read);
        return read;
    }

    long size() throws IOException {
        long total = 0;
        try (var files = Files.newDirectoryStream(blobs)) {
            for (Path file : files) {
                total += Files.size(file);
            }
        }
        return total;
    }

    private void change(UnaryOperator<LayoutIndex> step) throws IOException {
        LayoutIndex next = step.apply(index);
        DurableFile.write(folder.resolve("index.json"), JsonText.bytes(next.json()));
        index = next;
    }
}
