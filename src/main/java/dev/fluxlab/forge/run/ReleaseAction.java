package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** softprops/action-gh-release: publishes a release of the run's commit. */
final class ReleaseAction implements Action {

    private final ReleaseStore releases;

    ReleaseAction(ReleaseStore releases) {
        this.releases = releases;
    }

    @Override
    public Set<String> inputs() {
        return Set.of("tag_name", "name", "body", "body_path", "target_commitish", "prerelease");
    }

    @Override
    public Obj run(Call call) throws IOException, StepFailed {
        JobState job = call.job();
        String tag = call.input("tag_name", job.run().origin().refName());
        String body = call.input("body");
        if (!call.input("body_path").isEmpty()) {
            body = Files.readString(inside(job.workspace(), call.input("body_path")));
        }
        String commit = call.input("target_commitish", job.run().origin().sha());
        boolean pre = call.input("prerelease").equals("true");
        Release release = publish(job, new ReleaseStore.Draft(tag, call.input("name"), body, commit, pre));
        return Action.output("id", Long.toString(release.id()));
    }

    private static Path inside(Path folder, String relative) throws StepFailed {
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder)) {
            throw new StepFailed("\"" + relative + "\" leads out of the workspace");
        }
        return path;
    }

    Release publish(JobState job, ReleaseStore.Draft draft) throws IOException, StepFailed {
        if (!job.permissions().writeContents()) {
            throw new StepFailed(
                    "Resource not accessible by integration: add \"contents: write\" to the job's" + " permissions");
        }
        try {
            Release release = releases.publish(job.repository(), draft, "github-actions[bot]");
            job.log().line("Published release " + release.tag() + " at " + release.commit());
            return release;
        } catch (IllegalArgumentException e) {
            throw new StepFailed(String.valueOf(e.getMessage()));
        }
    }
}
