package dev.fluxlab.registry;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks one registry, any that speaks the distribution protocol. Tags and copies never change a digest. */
public final class RegistryClient {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

    private final RegistryRequests requests;

    private RegistryClient(RegistryRequests requests) {
        this.requests = requests;
    }

    /** A client of the registry at the address, e.g. http://127.0.0.1:5000, for nobody in particular. */
    public static RegistryClient of(URI registry) {
        return of(registry, Optional.empty());
    }

    public static RegistryClient of(URI registry, Optional<Credentials> credentials) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new RegistryClient(new RegistryRequests(http, registry, credentials));
    }

    /** Asks whether the registry lets this client in. */
    public void ping() {
        requests.get("/v2/");
    }

    /** Pushes an image under a tag. */
    public Digest push(String repository, String tag, Image image) {
        image.blobs().values().forEach(blob -> pushBlob(repository, blob));
        return putManifest(repository, tag, new Manifest(MediaType.MANIFEST, image.digest(), image.manifest()));
    }

    Digest pushBlob(String repository, byte[] content) {
        Digest digest = Digest.of(content);
        if (!requests.exists(blobPath(repository, digest))) {
            String location = location(requests.post("/v2/" + repository + "/blobs/uploads/"));
            String separator = location.contains("?") ? "&" : "?";
            requests.put(location + separator + "digest=" + digest, "application/octet-stream", content);
        }
        return digest;
    }

    Digest putManifest(String repository, String reference, Manifest manifest) {
        requests.put("/v2/" + repository + "/manifests/" + reference, manifest.mediaType(), manifest.content());
        return manifest.digest();
    }

    /** The digest a tag names now; empty when there is no such tag. */
    public Optional<Digest> digest(String repository, String reference) {
        HttpResponse<byte[]> answer = requests.send(
                requests.to("/v2/" + repository + "/manifests/" + reference)
                        .header("Accept", MediaType.ACCEPTED)
                        .method("HEAD", BodyPublishers.noBody()),
                Set.of(200, 404));
        return answer.headers()
                .firstValue("Docker-Content-Digest")
                .filter(digest -> answer.statusCode() == 200)
                .map(Digest::new);
    }

    /** A manifest by tag or digest; what was sent is checked against the digest asked for. */
    public Manifest manifest(String repository, String reference) {
        HttpResponse<byte[]> answer = requests.manifest(repository, reference);
        Digest digest = Digest.of(answer.body());
        if (Digest.isDigest(reference) && !digest.value().equals(reference)) {
            throw RegistryException.untrue(reference, new Digest(reference), digest);
        }
        return new Manifest(answer.headers().firstValue("Content-Type").orElse(""), digest, answer.body());
    }

    public byte[] blob(String repository, Digest digest) {
        byte[] content = requests.get(blobPath(repository, digest)).body();
        if (!Digest.of(content).equals(digest)) {
            throw RegistryException.untrue(repository, digest, Digest.of(content));
        }
        return content;
    }

    /** The config of an image; of an index, that of its first image. */
    public Obj config(String repository, String reference) {
        Manifest manifest = manifest(repository, reference);
        if (manifest.isIndex() && !manifest.manifests().isEmpty()) {
            return config(repository, manifest.manifests().get(0).digest().value());
        }
        Digest config = new Digest(manifest.document().text("config", "digest"));
        return JsonText.read(blob(repository, config)).asObj().orElse(Obj.EMPTY);
    }

    public Map<String, String> labels(String repository, String reference) {
        return config(repository, reference).texts("config", "Labels");
    }

    public Map<String, String> annotations(String repository, String reference) {
        return manifest(repository, reference).annotations();
    }

    /** Every tag, following the links from page to page. */
    public List<String> tags(String repository) {
        List<String> tags = new ArrayList<>();
        Optional<String> page = Optional.of("/v2/" + repository + "/tags/list?n=1000");
        while (page.isPresent()) {
            HttpResponse<byte[]> answer = requests.get(page.get());
            JsonText.read(answer.body()).items("tags").stream()
                    .flatMap(tag -> tag.asText().stream())
                    .forEach(tags::add);
            page = answer.headers()
                    .firstValue("Link")
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> link.group(1));
        }
        return tags;
    }

    /** Gives what a tag or digest names a further tag. */
    public Digest tag(String repository, String reference, String newTag) {
        return putManifest(repository, newTag, manifest(repository, reference));
    }

    /** Copies an image, or an index with all its images, to another repository of the same registry. */
    public Digest copy(String from, String reference, String to, String newReference) {
        Manifest manifest = manifest(from, reference);
        for (Descriptor image : manifest.manifests()) {
            copy(from, image.digest().value(), to, image.digest().value());
        }
        for (Descriptor blob : manifest.blobs()) {
            mount(from, blob.digest(), to);
        }
        return putManifest(to, newReference, manifest);
    }

    private void mount(String from, Digest digest, String to) {
        HttpResponse<byte[]> answer = requests.post("/v2/" + to + "/blobs/uploads/?mount=" + digest + "&from=" + from);
        if (answer.statusCode() != 201) {
            pushBlob(to, blob(from, digest));
        }
    }

    /** Deletes a tag, or by its digest a manifest with all its tags. */
    public void delete(String repository, String reference) {
        requests.delete("/v2/" + repository + "/manifests/" + reference);
    }

    /** What refers to a manifest. */
    public List<Descriptor> referrers(String repository, Digest subject) {
        Json index = JsonText.read(
                requests.get("/v2/" + repository + "/referrers/" + subject).body());
        return index.items("manifests").stream()
                .map(item -> Descriptor.read(item.asObj().orElse(Obj.EMPTY)))
                .toList();
    }

    /** The repositories of the registry. */
    public List<String> repositories() {
        return JsonText.read(requests.get("/v2/_catalog").body()).items("repositories").stream()
                .flatMap(name -> name.asText().stream())
                .toList();
    }

    private static String blobPath(String repository, Digest digest) {
        return "/v2/" + repository + "/blobs/" + digest;
    }

    private static String location(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> RegistryException.refused(answer.request(), answer));
    }
}
