package dev.fluxlab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything a course folder teaches, and every fault found in it. */
public final class Course {

    private static final long LARGEST_PAGE = 1 << 20;

    private final List<Lab> labs;
    private final List<Quiz> quizzes;
    private final List<Fault> faults;

    private Course(List<Lab> labs, List<Quiz> quizzes, List<Fault> faults) {
        this.labs = labs;
        this.quizzes = quizzes;
        this.faults = faults;
    }

    /** Reads {@code labs/} and {@code quiz/} below the root; a folder that is missing teaches nothing. */
    public static Course read(Path root) {
        Faults faults = new Faults();
        CourseFiles files = new CourseFiles(root, faults);
        List<Lab> labs = files.folders("labs").stream()
                .flatMap(folder -> files.page(folder.resolve("lab.md")).stream()
                        .map(page -> new LabReader(page, faults).read(name(folder), folder)))
                .toList();
        List<Quiz> quizzes = files.pages("quiz").stream()
                .map(page -> new QuizReader(page, faults).read(slug(page)))
                .toList();
        checkLinks(labs, quizzes, faults);
        return new Course(labs, quizzes, faults.all());
    }

    private static void checkLinks(List<Lab> labs, List<Quiz> quizzes, Faults faults) {
        for (Lab lab : labs) {
            lab.quiz().ifPresent(slug -> quizzes.stream()
                    .filter(quiz -> quiz.slug().equals(slug))
                    .findFirst()
                    .ifPresentOrElse(
                            quiz -> checkSteps(lab, quiz, faults),
                            () -> faults.add(
                                    new Place("labs/" + lab.slug() + "/lab.md", 1),
                                    "no quiz is named \"" + slug + "\"")));
        }
    }

    private static void checkSteps(Lab lab, Quiz quiz, Faults faults) {
        for (Question question : quiz.questions()) {
            question.step()
                    .filter(step -> lab.step(step).isEmpty())
                    .ifPresent(step -> faults.add(
                            question.place(), "\"step: " + step + "\" is no step of the lab \"" + lab.slug() + "\""));
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static String slug(Page page) {
        String file = page.file().substring(page.file().lastIndexOf('/') + 1);
        return file.substring(0, file.length() - ".md".length());
    }

    public List<Lab> labs() {
        return labs;
    }

    public List<Quiz> quizzes() {
        return quizzes;
    }

    public Optional<Lab> lab(String slug) {
        return labs.stream().filter(lab -> lab.slug().equals(slug)).findFirst();
    }

    public Optional<Quiz> quiz(String slug) {
        return quizzes.stream().filter(quiz -> quiz.slug().equals(slug)).findFirst();
    }

    /** Every fault in the course's texts, by file and line; a course with any is not to be taught. */
    public List<Fault> faults() {
        return faults;
    }

    /** The files of a course folder, read within bounds. */
    private record CourseFiles(Path root, Faults faults) {

        List<Path> folders(String name) {
            return list(name).stream().filter(Files::isDirectory).toList();
        }

        List<Page> pages(String name) {
            return list(name).stream()
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> page(file).stream())
                    .toList();
        }

        private List<Path> list(String name) {
            if (!Files.isDirectory(root.resolve(name))) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(root.resolve(name))) {
                return entries.sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + root.resolve(name), e);
            }
        }

        Optional<Page> page(Path file) {
            String shown = root.relativize(file).toString().replace('\\', '/');
            try {
                if (Files.size(file) > LARGEST_PAGE) {
                    faults.add(new Place(shown, 1), "larger than " + LARGEST_PAGE + " bytes; split it");
                    return Optional.empty();
                }
                return Optional.of(Page.read(shown, Files.readString(file), faults));
            } catch (MalformedInputException e) {
                faults.add(new Place(shown, 1), "is not UTF-8 text");
            } catch (IOException e) {
                faults.add(new Place(shown, 1), "cannot be read: " + e.getMessage());
            }
            return Optional.empty();
        }
    }
}
