package dev.fluxlab.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Reads a lab from its Markdown. */
final class LabReader {

    private static final Set<String> BACKENDS = Set.of("embedded", "k3s", "existing");

    private final Page page;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();

    LabReader(Page page, Faults faults) {
        this.page = page;
        this.faults = faults;
    }

    Lab read(String slug, Path folder) {
        List<Section> sections = Section.of(page.body());
        List<Step> steps = sections.stream().skip(1).map(this::step).toList();
        if (steps.isEmpty()) {
            faults.add(page.place(0), "the lab has no step; write each as a heading \"## …\"");
        }
        Lab lab = new Lab(
                slug,
                page.title(faults),
                page.list("objectives"),
                backends(),
                page.frontMatter().get("quiz").flatMap(quiz -> quiz.asText()),
                String.join("\n", sections.get(0).lines()).strip(),
                steps,
                folder.resolve("world"));
        checkSuperseded(lab);
        return lab;
    }

    private List<String> backends() {
        List<String> backends = page.list("backends");
        backends.stream()
                .filter(backend -> !BACKENDS.contains(backend))
                .forEach(backend -> faults.add(
                        new Place(page.file(), 1), "unknown backend \"" + backend + "\"; known are " + BACKENDS));
        return backends.isEmpty() ? List.of("embedded") : backends;
    }

    private Step step(Section section) {
        List<Fence> fences = section.nodes().stream()
                .filter(FencedCodeBlock.class::isInstance)
                .map(FencedCodeBlock.class::cast)
                .map(Fence::of)
                .toList();
        Place place = page.place(section.line());
        if (!ids.add(section.id())) {
            faults.add(place, "a second step is titled \"" + section.title() + "\"; give it another title");
        }
        Step step = new Step(
                section.id(),
                section.title(),
                visibleText(section, fences),
                commands(fences, "console"),
                commands(fences, "console solution"),
                wrongWays(fences),
                check(fences),
                hints(fences),
                supersedes(section),
                place);
        new StepRules(step, faults).check();
        return step;
    }

    private List<Command> commands(List<Fence> fences, String kind) {
        return fences.stream()
                .filter(fence -> fence.is(kind))
                .flatMap(fence -> fence.commands(page).stream())
                .toList();
    }

    private List<WrongWay> wrongWays(List<Fence> fences) {
        List<WrongWay> ways = new ArrayList<>();
        for (Fence fence : fences) {
            fence.wrongWay().ifPresent(name -> ways.add(wrongWay(fence, name)));
        }
        return ways;
    }

    private WrongWay wrongWay(Fence fence, String name) {
        Place place = page.place(fence.line());
        if (fence.says().isEmpty()) {
            faults.add(
                    place,
                    "the wrong way \"" + name + "\" has no line \"> Says: …\" below it with what the check says");
        }
        return new WrongWay(name, fence.commands(page), fence.says().orElse(""), place);
    }

    private List<Sentence> check(List<Fence> fences) {
        return fences.stream()
                .filter(fence -> fence.is("gherkin"))
                .flatMap(fence -> GherkinSentences.read(fence, page, faults).stream())
                .toList();
    }

    private static List<String> hints(List<Fence> fences) {
        return fences.stream()
                .filter(fence -> fence.is("hint"))
                .map(fence -> fence.literal().strip())
                .toList();
    }

    private static List<String> supersedes(Section section) {
        return section.lines().stream()
                .filter(line -> line.startsWith("supersedes:"))
                .map(line -> line.substring("supersedes:".length()).strip())
                .toList();
    }

    private void checkSuperseded(Lab lab) {
        for (Step step : lab.steps()) {
            step.supersedes().stream()
                    .filter(title -> lab.step(title).isEmpty())
                    .forEach(title -> faults.add(step.place(), "supersedes \"" + title + "\", which is no step's id"));
        }
    }

    private static String visibleText(Section section, List<Fence> fences) {
        Set<Integer> hidden = new HashSet<>();
        for (Fence fence : fences) {
            if (fence.isHidden()) {
                Optional<Node> says = fence.says().isPresent() ? fence.next() : Optional.empty();
                int last = says.map(Section::lastLineOf).orElse(fence.lastLine());
                IntStream.rangeClosed(fence.line(), last).forEach(hidden::add);
            }
        }
        StringBuilder text = new StringBuilder();
        List<String> lines = section.lines();
        for (int i = 1; i < lines.size(); i++) {
            boolean shown =
                    !hidden.contains(section.line() + i) && !lines.get(i).startsWith("supersedes:");
            if (shown) {
                text.append(lines.get(i)).append('\n');
            }
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }
}
