package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.flux.artifact.Sha256;
import dev.fluxlab.flux.oci.RegistrySession.Answer;
import dev.fluxlab.flux.policy.ImageName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a registry says about one image. */
public final class OciRegistry {

    static final List<String> MANIFEST_TYPES = List.of(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.index.v1+json");

    private static final int MOST_TAGS = 200_000;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

    private final ImageName image;
    private final RegistryAccess access;

    public OciRegistry(ImageName image, RegistryAccess access) {
        this.image = image;
        this.access = access;
    }

    /**
     * All tags, in the registry's order.
     *
     * @throws OciFailure with the message Flux shows
     */
    public List<String> tags() {
        RegistrySession session = RegistrySession.open(image, access);
        List<String> tags = new ArrayList<>();
        Optional<URI> page = Optional.of(session.resolve("/v2/" + image.repository() + "/tags/list?n=1000"));
        while (page.isPresent()) {
            Answer answer = session.get("GET", page.get());
            tags.addAll(tags(answer));
            if (tags.size() > MOST_TAGS) {
                throw OciFailure.tooLong(page.get(), MOST_TAGS);
            }
            page = next(answer);
        }
        return tags;
    }

    private static List<String> tags(Answer answer) {
        try {
            return JsonText.read(answer.body()).items("tags").stream()
                    .map(Json::text)
                    .toList();
        } catch (DocumentException e) {
            throw new OciFailure("GET " + answer.uri() + ": " + e.getMessage());
        }
    }

    private static Optional<URI> next(Answer answer) {
        Matcher link = NEXT.matcher(answer.header("Link"));
        return link.find() ? Optional.of(answer.uri().resolve(link.group(1))) : Optional.empty();
    }

    /** The digest a tag stands for; of an image for several platforms, the index's. */
    public String digest(String tag) {
        RegistrySession session = RegistrySession.open(image, access);
        URI manifest = session.resolve("/v2/" + image.repository() + "/manifests/" + tag);
        String digest = session.get("HEAD", manifest).header("Docker-Content-Digest");
        if (digest.isEmpty()) {
            throw new OciFailure("HEAD " + manifest + ": response did not include Docker-Content-Digest header");
        }
        return digest;
    }

    /** The manifest of a tag or digest, as it was written. */
    public OciManifest manifest(String reference) {
        RegistrySession session = RegistrySession.open(image, access);
        URI uri = session.resolve("/v2/" + image.repository() + "/manifests/" + reference);
        String text = session.get("GET", uri).body();
        String digest = Sha256.of(text);
        if (reference.startsWith("sha256:") && !reference.equals(digest)) {
            throw new OciFailure("manifest digest: \"" + digest + "\" does not match requested digest: \"" + reference
                    + "\" for \"" + image.registry() + "/" + image.repository() + "@" + reference + "\"");
        }
        try {
            return new OciManifest(digest, JsonText.read(text).obj());
        } catch (DocumentException e) {
            throw new OciFailure("GET " + uri + ": " + e.getMessage());
        }
    }

    /** Downloads a blob to a file and checks that it is the one asked for. */
    public void blob(String digest, Path file) throws IOException {
        RegistrySession session = RegistrySession.open(image, access);
        session.download(session.resolve("/v2/" + image.repository() + "/blobs/" + digest), file);
        try (InputStream in = Files.newInputStream(file)) {
            String got = Sha256.of(in);
            if (!got.equals(digest)) {
                throw new OciFailure("error verifying sha256 checksum; got \"" + got + "\", want \"" + digest + "\"");
            }
        }
    }
}
