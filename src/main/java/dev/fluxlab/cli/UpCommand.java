package dev.fluxlab.cli;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.world.EmbeddedWorld;
import dev.fluxlab.world.WorldOptions;
import dev.fluxlab.world.view.Access;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fluxlab up}: serves a world until it is interrupted. */
@Command(
        name = "up",
        sortOptions = false,
        description = "Serve a world until interrupted: make it if there is none here, resume it if there is.")
final class UpCommand implements Callable<Integer>, WorldOptions {

    private static final Set<String> PARTS = Set.of("flux", "workload");

    @Mixin
    private Home home = new Home();

    @Option(
            names = "--backend",
            paramLabel = "B",
            defaultValue = "embedded",
            description = "What the cluster is: embedded (in this process).")
    private String backend = "embedded";

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "Leave out controllers: flux, workload, or both with a comma.")
    private Set<String> without = new TreeSet<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The API server's port; by itself the one it had before, or any that is free.")
    private int port;

    @Option(
            names = "--advertise",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address that forge and registry are served at; loopback unless given.")
    private String advertise = "127.0.0.1";

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        EmbeddedWorld world = EmbeddedWorld.start(this, step -> err.println(step + " …"));
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        output.print(out, JsonText.read(world.access().print()), text -> invite(text, world.access(), millis));
        out.flush();
        Interrupt.awaitAndClose(world);
        return ExitCode.HOLDS.code();
    }

    private void check() {
        if (!backend.equals("embedded")) {
            throw WrongUsage.of(
                    spec.commandLine(), "there is no backend \"" + backend + "\" in this version; it has: embedded");
        }
        for (String part : without) {
            if (!PARTS.contains(part)) {
                throw WrongUsage.of(
                        spec.commandLine(), "--without leaves out flux or workload, found \"" + part + "\"");
            }
        }
        if (port < 0 || port > 65_535) {
            throw WrongUsage.of(spec.commandLine(), "--port is a number up to 65535, found " + port);
        }
    }

    private void invite(PrintWriter out, Access access, long millis) {
        out.printf(
                "World ready after %.1f s; its state is in %s%n%n",
                millis / 1000.0, home.folder().root());
        out.println("In another terminal:");
        out.println("  export KUBECONFIG=" + access.kubeconfig());
        out.println("  kubectl get pods -A");
        out.println("  git clone " + access.repositoryWithLogin("fleet"));
        out.println();
        out.println("registry " + access.registry().getAuthority() + ", forge " + access.forge());
        out.println("Ctrl-C ends it; the next \"fluxlab up\" here resumes it.");
    }

    @Override
    public Path home() {
        return home.path();
    }

    @Override
    public Path seeds() {
        return Installation.here().seeds();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String advertise() {
        return advertise;
    }

    @Override
    public Set<String> without() {
        return without;
    }
}
