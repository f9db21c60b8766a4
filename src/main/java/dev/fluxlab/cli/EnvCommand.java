package dev.fluxlab.cli;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Access;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fluxlab env}: what other terminals need. */
@Command(
        name = "env",
        sortOptions = false,
        description = "Print shell exports for other terminals: eval \"$(fluxlab env)\".")
final class EnvCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Access access = home.access();
        Obj variables = Obj.builder()
                .put("KUBECONFIG", access.kubeconfig().toString())
                .put("FLUXLAB_REGISTRY", access.registry().getAuthority())
                .put("FLUXLAB_FORGE", access.forge().toString())
                .put("FLUXLAB_FLEET", access.repositoryWithLogin("fleet").toString())
                .put("FLUXLAB_USER", access.learner().user())
                .put("FLUXLAB_PASSWORD", access.learner().password())
                .build();
        output.print(spec.commandLine().getOut(), variables, out -> variables
                .texts()
                .forEach((name, value) -> out.println("export " + name + "='" + value.replace("'", "'\\''") + "'")));
        return ExitCode.HOLDS.code();
    }
}
