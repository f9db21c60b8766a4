package dev.fluxlab.kube;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.kube.auth.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** How a client reaches the server and proves who it is: the file that {@code KUBECONFIG} names. */
public record Kubeconfig(URI server, X509Certificate authority, String user, Obj credentials) {

    private static final String CLUSTER = "fluxlab";

    static Kubeconfig of(URI server, X509Certificate authority, String user, Identity identity) {
        Obj credentials = Obj.builder()
                .put("client-certificate-data", base64(identity.certificatePem()))
                .put("client-key-data", base64(identity.keyPem()))
                .build();
        return new Kubeconfig(server, authority, user, credentials);
    }

    /** The same for a client that proves itself with a token. */
    public Kubeconfig withToken(String name, String token) {
        return new Kubeconfig(server, authority, name, Obj.of("token", token));
    }

    /** The file's text. */
    public String yaml() {
        Obj cluster = Obj.builder()
                .put("certificate-authority-data", base64(Identity.pemOf(authority)))
                .put("server", server.toString())
                .build();
        Obj context = Obj.builder().put("cluster", CLUSTER).put("user", user).build();
        return YamlText.print(Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Config")
                .put("clusters", named(CLUSTER, "cluster", cluster))
                .put("contexts", named(CLUSTER, "context", context))
                .put("current-context", CLUSTER)
                .put("users", named(user, "user", credentials))
                .build());
    }

    private static Arr named(String name, String key, Obj value) {
        return Arr.of(Obj.builder().put("name", name).put(key, value).build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the file so that only its owner may read it. */
    public Path write(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, yaml());
    }

    @Override
    public String toString() {
        return "Kubeconfig[" + server + " as " + user + "]";
    }
}
