package dev.fluxlab.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A lab.
 *
 * @param slug the name of its folder
 * @param intro what is read before the first step, as Markdown
 * @param quiz the slug of the quiz that belongs to it
 * @param world the folder of the repositories a learner starts from
 */
public record Lab(
        String slug,
        String title,
        List<String> objectives,
        List<String> backends,
        Optional<String> quiz,
        String intro,
        List<Step> steps,
        Path world) {

    public Lab {
        objectives = List.copyOf(objectives);
        backends = List.copyOf(backends);
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
