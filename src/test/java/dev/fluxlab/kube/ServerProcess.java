package dev.fluxlab.kube;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An API server in a process of its own, which can be killed as {@code kill -9} does. */
final class ServerProcess implements AutoCloseable {

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts on a folder, whose {@code kubeconfig} it writes anew, and returns when it serves. */
    static ServerProcess start(Path folder) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        ServerProcess.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the server in " + folder + " ended before it served");
        }
        return new ServerProcess(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        try (ApiServer server = ApiServer.start(() -> folder, InstantSource.system())) {
            server.adminConfig().write(folder.resolve("kubeconfig"));
            System.out.println(server.uri());
            new CountDownLatch(1).await();
        }
    }
}
