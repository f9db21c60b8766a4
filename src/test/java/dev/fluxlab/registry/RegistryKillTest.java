package dev.fluxlab.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a registry whose process is killed in the middle of writes. */
final class RegistryKillTest {

    private static final int WRITES_BEFORE_KILL = 25;

    @TempDir
    Path folder;

    /** The process that is killed. */
    static final class Serve {
        public static void main(String[] arguments) throws InterruptedException {
            try (Registry registry = Registry.in(Path.of(arguments[0])).start()) {
                System.out.println(registry.uri());
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void every_acknowledged_push_is_there_and_whole() throws Exception {
        Map<String, Digest> acknowledged = new LinkedHashMap<>();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Serve.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            RegistryClient client = RegistryClient.of(URI.create(out.readLine()));
            Thread killer = new Thread(() -> killAfter(acknowledged, process));
            killer.start();
            pushUntilItFails(client, acknowledged);
            killer.join();
        } finally {
            process.destroyForcibly();
        }
        try (Registry again = Registry.in(folder).start()) {
            RegistryClient client = RegistryClient.of(again.uri());
            acknowledged.forEach((tag, digest) -> {
                assertThat(client.digest("acme/backend", tag)).contains(digest);
                assertThat(client.labels("acme/backend", tag)).containsEntry("app", tag);
            });
            client.push("acme/backend", "after", RegistryTest.image("after"));
        }
    }

    private static void killAfter(Map<String, Digest> acknowledged, Process process) {
        boolean enough = false;
        while (!enough) {
            synchronized (acknowledged) {
                enough = acknowledged.size() >= WRITES_BEFORE_KILL;
            }
            Thread.yield();
        }
        process.destroyForcibly();
    }

    private static void pushUntilItFails(RegistryClient client, Map<String, Digest> acknowledged) {
        try {
            for (int i = 0; i < 10_000; i++) {
                Digest digest = client.push("acme/backend", "v" + i, RegistryTest.image("v" + i));
                synchronized (acknowledged) {
                    acknowledged.put("v" + i, digest);
                }
            }
        } catch (RegistryException e) {
            assertThat(e.status()).isZero(); // the process is gone
        }
    }
}
