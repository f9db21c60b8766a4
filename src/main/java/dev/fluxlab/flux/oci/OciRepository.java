package dev.fluxlab.flux.oci;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.flux.artifact.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository of a registry, to be read. */
public final class OciRepository {

    private static final String MANIFESTS = String.join(
            ",",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

    /** Addresses that need no permission for plain http: this machine and private networks. */
    private static final Pattern PRIVATE = Pattern.compile("(localhost|[^/]*\\.localhost|127\\.0\\.0\\.1|\\[?::1\\]?"
            + "|10(\\.\\d+){3}|192\\.168(\\.\\d+){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2})(:\\d+)?");

    private final String host;
    private final String name;
    private final Access access;

    /** How the registry is reached. */
    public record Access(Optional<OciLogin> login, boolean insecure, Duration timeout) {}

    /** A repository such as {@code host:port/org/name}. */
    public OciRepository(String repository, Access access) {
        int slash = repository.indexOf('/');
        this.host = repository.substring(0, slash);
        this.name = repository.substring(slash + 1);
        this.access = access;
    }

    private OciSession open() throws OciFailure {
        OciHttp http = new OciHttp(access.insecure(), access.timeout());
        boolean plain = access.insecure() || PRIVATE.matcher(host).matches();
        return OciSession.open(http, new OciSession.Door(host, name, plain, access.login()));
    }

    /** Every tag, page after page. */
    public List<String> tags() throws OciFailure {
        OciSession session = open();
        List<String> tags = new ArrayList<>();
        Optional<String> page = Optional.of("/v2/" + name + "/tags/list?n=1000");
        while (page.isPresent()) {
            String path = page.get();
            HttpResponse<String> answer = session.get(path, "", HttpResponse.BodyHandlers.ofString());
            requireOk(session, path, answer.statusCode(), answer.body());
            JsonText.read(answer.body()).items("tags").stream()
                    .map(Json::asText)
                    .flatMap(Optional::stream)
                    .forEach(tags::add);
            page = answer.headers()
                    .firstValue("Link")
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> link.group(1));
        }
        return tags;
    }

    private static void requireOk(OciSession session, String path, int status, String body) throws OciFailure {
        if (status != 200) {
            throw RegistryWords.refused(session.uri(path), status, body);
        }
    }

    /** The manifest of a tag or digest. */
    public OciManifest manifest(String reference) throws OciFailure {
        OciSession session = open();
        String path = "/v2/" + name + "/manifests/" + reference;
        HttpResponse<String> answer = session.get(path, MANIFESTS, HttpResponse.BodyHandlers.ofString());
        requireOk(session, path, answer.statusCode(), answer.body());
        String digest = digest(answer.body().getBytes(StandardCharsets.UTF_8));
        if (reference.startsWith("sha256:") && !reference.equals(digest)) {
            throw new OciFailure("manifest digest: \"" + digest + "\" does not match requested digest: \"" + reference
                    + "\" for \"" + host + "/" + name + "@" + reference + "\"");
        }
        return new OciManifest(digest, JsonText.read(answer.body()).obj());
    }

    private static String digest(byte[] content) {
        try {
            return Sha256.of(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    /** Downloads a blob to a file and checks that it is the one asked for. */
    public void blob(String digest, Path file) throws OciFailure, IOException {
        OciSession session = open();
        String path = "/v2/" + name + "/blobs/" + digest;
        HttpResponse<Path> answer = session.get(path, "", HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw RegistryWords.refused(session.uri(path), answer.statusCode(), Files.readString(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String got = Sha256.of(in);
            if (!got.equals(digest)) {
                throw new OciFailure("error verifying sha256 checksum; got \"" + got + "\", want \"" + digest + "\"");
            }
        }
    }
}
