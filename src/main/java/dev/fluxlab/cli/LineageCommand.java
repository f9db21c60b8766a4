package dev.fluxlab.cli;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.lineage.Lineage;
import dev.fluxlab.lineage.Proof;
import dev.fluxlab.world.view.WorldView;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fluxlab lineage}: the proof of where what runs came from. */
@Command(
        name = "lineage",
        sortOptions = false,
        description = "Prove, from the running pods back to the commit, where what an environment runs came from.")
final class LineageCommand implements Callable<Integer> {

    /** How the proof is printed. */
    enum Format {
        TREE,
        JSON,
        SVG
    }

    @Parameters(paramLabel = "ENV/APP", description = "What to prove, e.g. production/backend.")
    private String target = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "tree",
            description = "tree, json or svg.")
    private Format format = Format.TREE;

    @Mixin
    private Home home = new Home();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String[] parts = target.split("/", -1);
        if (parts.length != 2) {
            throw WrongUsage.of(
                    spec.commandLine(), "a target is ENV/APP, e.g. production/backend; found \"" + target + "\"");
        }
        try (WorldView world = WorldView.of(home.access(), InstantSource.system())) {
            Proof proof = new Lineage(world)
                    .prove(parts[0], parts[1])
                    .orElseThrow(() -> new NoWorld("no Deployment " + parts[1] + " in namespace " + parts[0]
                            + "; the environments are " + world.environments().names()));
            spec.commandLine()
                    .getOut()
                    .println(
                            switch (format) {
                                case TREE -> proof.tree();
                                case JSON -> JsonText.pretty(proof.toJson());
                                case SVG -> proof.svg();
                            });
            return switch (proof.status()) {
                case HOLDS -> ExitCode.HOLDS.code();
                case BROKEN -> ExitCode.DOES_NOT_HOLD.code();
                case NOT_JUDGED -> ExitCode.UNJUDGED.code();
            };
        }
    }
}
