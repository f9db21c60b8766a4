package dev.fluxlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a common client makes of the registry, where it is installed. */
final class SkopeoTest {

    @TempDir
    Path folder;

    private Registry registry;
    private RegistryClient client;

    @BeforeEach
    void start() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(part -> Files.isExecutable(Path.of(part, "skopeo"))),
                "skopeo is not installed");
        registry = Registry.in(folder.resolve("registry"))
                .user(RegistryUser.writer("ci", "secret"))
                .anonymousPull()
                .start();
        client = RegistryClient.of(registry.uri(), Optional.of(new Credentials("ci", "secret")));
        client.push("acme/backend", "v1", RegistryTest.image("a"));
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void skopeo_copies_inspects_lists_and_deletes() throws Exception {
        String v1 = "docker://" + registry.address() + "/acme/backend:v1";
        String v2 = "docker://" + registry.address() + "/acme/mirror:v2";
        String there = "--dest-creds=ci:secret";
        skopeo("copy", "--src-tls-verify=false", "--dest-tls-verify=false", there, v1, v2);
        assertThat(client.digest("acme/mirror", "v2")).isEqualTo(client.digest("acme/backend", "v1"));
        var seen = JsonText.read(skopeo("inspect", "--tls-verify=false", v2));
        assertThat(seen.texts("Labels")).containsEntry("app", "a");
        assertThat(skopeo("list-tags", "--tls-verify=false", "docker://" + registry.address() + "/acme/mirror"))
                .contains("\"v2\"");
        skopeo("delete", "--tls-verify=false", "--creds=ci:secret", v2);
        assertThat(client.digest("acme/mirror", "v2")).isEmpty();
    }

    @Test
    void skopeo_pushes_what_it_has_pulled_and_reads_the_layout_on_disk() throws Exception {
        String v1 = "docker://" + registry.address() + "/acme/backend:v1";
        String local = "oci:" + folder.resolve("local") + ":v1";
        skopeo("copy", "--src-tls-verify=false", v1, local);
        String back = "docker://" + registry.address() + "/acme/back:v1";
        skopeo("copy", "--dest-tls-verify=false", "--dest-creds=ci:secret", local, back);
        assertThat(client.digest("acme/back", "v1")).isEqualTo(client.digest("acme/backend", "v1"));
        assertThat(skopeo("inspect", "oci:" + folder.resolve("registry/acme+backend") + ":v1"))
                .contains("\"app\": \"a\"");
    }

    private String skopeo(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("skopeo"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
