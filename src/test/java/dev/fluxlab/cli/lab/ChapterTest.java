package dev.fluxlab.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.course.Course;
import dev.fluxlab.course.Lab;
import dev.fluxlab.shell.Output;
import dev.fluxlab.steps.Verdict;
import dev.fluxlab.world.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chapter on the embedded world, as a learner would play it who types every worked example. */
final class ChapterTest {

    @TempDir
    Path home;

    @Test
    void every_step_passes_after_its_worked_example() throws Exception {
        Course course = Course.read(Path.of("."));
        assertThat(course.faults()).isEmpty();
        Lab lab = course.lab("04-version-promotion").orElseThrow();
        StringWriter typed = new StringWriter();
        Output out = new Output(new PrintWriter(typed), false, 100);
        try (OpenLab open = OpenLab.in(home, course, lab, Progress.silent())) {
            Verdict.Status status = new Demo(open, out, out).play(lab);
            assertThat(status).as("%s", typed).isEqualTo(Verdict.Status.PASS);
        }
    }
}
