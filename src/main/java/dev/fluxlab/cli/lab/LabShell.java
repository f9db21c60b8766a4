package dev.fluxlab.cli.lab;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.course.Course;
import dev.fluxlab.course.Lab;
import dev.fluxlab.guard.Guard;
import dev.fluxlab.lineage.Lineage;
import dev.fluxlab.session.Journal;
import dev.fluxlab.session.Session;
import dev.fluxlab.shell.Commands;
import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.Shell;
import dev.fluxlab.shell.ShellCommand;
import dev.fluxlab.steps.EvidenceSteps;
import dev.fluxlab.steps.FluxSteps;
import dev.fluxlab.steps.GitSteps;
import dev.fluxlab.steps.Glossary;
import dev.fluxlab.steps.GuardSteps;
import dev.fluxlab.steps.LineageSteps;
import dev.fluxlab.steps.PolicySteps;
import dev.fluxlab.steps.ReleaseSteps;
import dev.fluxlab.steps.RollbackSteps;
import dev.fluxlab.steps.RunningSteps;
import dev.fluxlab.steps.WorldKeys;
import dev.fluxlab.tool.Tool;
import dev.fluxlab.tool.Tools;
import dev.fluxlab.world.WorldFolder;
import dev.fluxlab.world.view.WorldView;
import java.util.ArrayList;
import java.util.List;

/** The lab's prompt over a running world. */
public final class LabShell {

    private final WorldView world;
    private final WorldFolder folder;
    private final Glossary glossary;
    private final Session session;
    private final Workplace workplace;
    private final Commands commands;
    private final Shell shell;

    /** A shell for one lab of a course. */
    public LabShell(WorldView world, WorldClock clock, WorldFolder folder, Course course, Lab lab) {
        this.world = world;
        this.folder = folder;
        this.workplace = new Workplace(folder.home());
        this.glossary = glossary(world, clock);
        this.session = Session.resume(lab, glossary, Journal.open(folder.journal()), clock);
        this.commands = commands(clock, course);
        this.shell = new Shell(commands, new SystemPrograms(workplace, world.access()), folder.history(), this::prompt);
    }

    /** Every sentence, over a world. */
    public static Glossary glossary(WorldView world, WorldClock clock) {
        return Glossary.of(List.of(
                new RunningSteps(world.environments()),
                new GitSteps(world.fleet(), world.environments()),
                new FluxSteps(world.cluster(), world.fleet()),
                new RollbackSteps(world),
                new LineageSteps(new Lineage(world)),
                new PolicySteps(world),
                new EvidenceSteps(world),
                new GuardSteps(world, new Guard(clock)),
                new ReleaseSteps(world, clock)));
    }

    private Commands commands(WorldClock clock, Course course) {
        List<ShellCommand> all = new ArrayList<>();
        all.addAll(new LearningCommands(session).all());
        all.addAll(new WorldCommands(world, clock).all());
        session.lab()
                .quiz()
                .flatMap(course::quiz)
                .ifPresent(quiz -> all.addAll(new QuizCommand(quiz, session, new WorldKeys(world)).all()));
        Tools.of(world, clock).all().stream()
                .filter(LabShell::isMissing)
                .forEach(tool -> all.add(new ToolCommand(tool, workplace)));
        all.add(new GuardCommand(workplace, folder.home().resolve("fleet"), clock));
        all.add(Simple.of("cd", "goes to a folder", (words, out) -> go(words)));
        all.add(Simple.of("pwd", "shows the folder you are in", (words, out) -> where(out)));
        all.add(Simple.of("help", "lists the commands", (words, out) -> help(out)));
        return new Commands(all);
    }

    /** The system's own kubectl goes before the built-in one, which knows less. */
    private static boolean isMissing(Tool tool) {
        return !tool.name().equals("kubectl") || !SystemPrograms.has(tool.name());
    }

    private int go(List<String> words) {
        workplace.go(words.isEmpty() ? "" : words.get(0));
        return 0;
    }

    private int where(Output out) {
        out.line(workplace.folder().toString());
        return 0;
    }

    private int help(Output out) {
        commands.all().forEach(command -> out.line(String.format("  %-10s %s", command.name(), command.summary())));
        out.line("  exit       leaves; the world keeps its state");
        out.line("Everything else goes to the system's shell: git, kubectl, ls, cat, an editor.");
        return 0;
    }

    private String prompt() {
        return "fluxlab " + session.position() + "/" + session.lab().steps().size() + " " + workplace.shown() + " $ ";
    }

    /** Runs until the learner leaves; returns how the last command went. */
    public int run() {
        return shell.run("**" + session.lab().title() + "**\n\nYour folder is " + folder.home()
                + ". It holds clones of fleet, backend and frontend.\n\n\"step\" shows where you are, \"help\" lists the"
                + " commands.\n");
    }

    /** Runs one line as if it had been typed. */
    public int run(String line, Output out) throws InterruptedException {
        return shell.run(line, out);
    }

    public Glossary glossary() {
        return glossary;
    }

    public Session session() {
        return session;
    }
}
