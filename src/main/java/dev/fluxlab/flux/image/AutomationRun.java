package dev.fluxlab.flux.image;

import dev.fluxlab.flux.api.ImageUpdateAutomation;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec.Commit;
import dev.fluxlab.flux.api.ImageUpdateAutomationSpec.Update;
import dev.fluxlab.flux.git.GitFailure;
import dev.fluxlab.flux.git.GitTarget;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.setter.Changes;
import dev.fluxlab.flux.setter.MarkedFiles;
import dev.fluxlab.flux.setter.UpdateException;
import dev.fluxlab.flux.template.TemplateException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** One run of an automation: select, check out, set, commit, push. */
final class AutomationRun {

    private static final String UP_TO_DATE = "repository up-to-date";
    private static final String GIT_FAILED = "GitOperationFailed";
    private static final String SOURCE_FAILED = "SourceManagerFailed";
    private static final String UPDATE_FAILED = "UpdateFailed";
    private static final String OBSERVED_REVISION = "observedSourceRevision";
    private static final String OBSERVED_POLICIES = "observedPolicies";
    private static final String HELP =
            " See: https://fluxcd.io/flux/components/image/imageupdateautomations/#message-template";

    private final Run<ImageUpdateAutomation> run;
    private final ImageControllers.Options options;
    private final RunEnd<ImageUpdateAutomation> end;

    AutomationRun(Run<ImageUpdateAutomation> run, ImageControllers.Options options) {
        run.put(
                "lastAutomationRunTime",
                run.now().truncatedTo(ChronoUnit.SECONDS).toString());
        this.run = run;
        this.options = options;
        this.end = RunEnd.begin(run, true);
    }

    Outcome reconcile() {
        PolicySelection policies;
        try {
            policies = PolicySelection.of(run);
        } catch (IllegalArgumentException e) {
            return end.stall("InvalidPolicySelector", "failed to parse policy selector: " + e.getMessage());
        } catch (ApiFailure e) {
            return end.fail("Failed", "failed to list policies: " + e.getMessage());
        }
        try {
            AutomationSource source = AutomationSource.of(run, options);
            end.passed(SOURCE_FAILED);
            return withSource(policies, source);
        } catch (AutomationSource.Unusable e) {
            return end.stall(e.reason(), String.valueOf(e.getMessage()));
        } catch (AccessFailure e) {
            return end.fail(SOURCE_FAILED, "failed configuring source manager: " + e.getMessage());
        }
    }

    private Outcome withSource(PolicySelection policies, AutomationSource source) {
        boolean samePolicies = policies.observed().equals(run.status().obj(OBSERVED_POLICIES));
        String observed = run.status().text(OBSERVED_REVISION);
        boolean maySkip = samePolicies && !source.alwaysRuns() && !observed.isEmpty();
        try (GitWorkspace workspace = GitWorkspace.empty(source)) {
            GitTarget target = target(source, maySkip);
            if (maySkip && target.revision().equals(observed)) {
                return succeed("no change since last reconciliation");
            }
            workspace.checkOut(target, source.switches(), localBranch(source, target));
            if (source.switches()) {
                workspace.switchTo(source.pushBranch());
            }
            end.passed(GIT_FAILED);
            return update(policies, source, new Clone(workspace, target));
        } catch (GitStepFailure e) {
            return end.fail(GIT_FAILED, "failed to checkout source: " + e.getMessage());
        }
    }

    /** A clone, and what it is a clone of. */
    private record Clone(GitWorkspace workspace, GitTarget target) {

        String revision(ObjectId commit) {
            return new GitTarget(target.label(), target.ref(), commit.name(), target.tip()).revision();
        }
    }

    private static String localBranch(AutomationSource source, GitTarget target) {
        return source.switches() ? "checked-out" : target.label().isEmpty() ? source.pushBranch() : target.label();
    }

    private static GitTarget target(AutomationSource source, boolean onlyListing) throws GitStepFailure {
        try {
            return GitTarget.find(source.checkout(), source.remote().refs());
        } catch (GitFailure e) {
            throw GitStepFailure.of(e, source.remote().url(), onlyListing);
        }
    }

    private Outcome update(PolicySelection policies, AutomationSource source, Clone clone) {
        Update update = run.resource().getSpec().update();
        if (update == null || update.strategy() == null) {
            return end.stall("InvalidUpdateStrategy", "no update strategy");
        }
        Path folder = clone.workspace().folder();
        Changes changes;
        try {
            Path root = SafePath.join(folder, update.path());
            changes = new MarkedFiles(root, folder).update(policies.setters(run.namespace()));
        } catch (UpdateException e) {
            return end.fail(UPDATE_FAILED, "failed to apply policies: " + e.getMessage());
        }
        end.passed(UPDATE_FAILED);
        return commit(policies, source, clone, changes);
    }

    private Outcome commit(PolicySelection policies, AutomationSource source, Clone clone, Changes changes) {
        try {
            Optional<String> news = changes.isEmpty() ? Optional.empty() : push(source, clone, changes);
            ObjectId at = source.switches()
                    ? ObjectId.fromString(clone.target().commit())
                    : clone.workspace().head();
            observe(policies, clone.revision(at));
            if (news.isPresent()) {
                end.succeedTelling(UP_TO_DATE, news.get());
                return next();
            }
            return succeed(UP_TO_DATE);
        } catch (TemplateException e) {
            return templateFailure(String.valueOf(e.getMessage()));
        } catch (GitStepFailure e) {
            return end.fail(GIT_FAILED, "failed to update source: " + e.getMessage());
        }
    }

    private Outcome templateFailure(String problem) {
        if (problem.endsWith("can't evaluate field Updated in type source.TemplateData")) {
            return removed("template uses removed '.Updated' field. Please use '.Changed' instead." + HELP);
        }
        if (problem.endsWith("can't evaluate field ImageResult in type update.Result")) {
            return removed("template uses removed '.Changed.ImageResult' field. Please use '.Changed.FileChanges' or "
                    + "'.Changed.Objects' instead." + HELP);
        }
        return end.fail(GIT_FAILED, "failed to update source: " + problem);
    }

    private Outcome removed(String message) {
        return end.stall("RemovedTemplateField", message);
    }

    /** What was pushed, unless the files already were as they should be. */
    private Optional<String> push(AutomationSource source, Clone clone, Changes changes) throws GitStepFailure {
        Commit commit = Objects.requireNonNull(run.resource().getSpec().git()).commit();
        String message = new CommitMessage(commit.messageTemplate(), commit.messageTemplateValues())
                .render(run.namespace(), run.name(), changes);
        if (!clone.workspace().hasChanges()) {
            return Optional.empty();
        }
        GitWorkspace.Signature by = new GitWorkspace.Signature(
                commit.author().name(), commit.author().email(), run.now());
        ObjectId pushed = clone.workspace().commit(message, by);
        String refspec = source.push().refspec();
        clone.workspace()
                .push()
                .to(new GitPush.Destination(
                        source.pushBranch(), refspec, source.push().options(), source.switches()));
        run.put("lastPushCommit", pushed.name());
        run.put("lastPushTime", run.now().truncatedTo(ChronoUnit.SECONDS).toString());
        String mirrored = refspec.isEmpty() ? "" : " and refspecs '" + refspec + "'";
        return Optional.of("pushed commit '" + pushed.name().substring(0, 7) + "' to branch '" + source.pushBranch()
                + "'" + mirrored + "\n" + message);
    }

    private void observe(PolicySelection policies, String revision) {
        if (policies.images().isEmpty()) {
            run.remove(OBSERVED_POLICIES);
        } else {
            run.put(OBSERVED_POLICIES, policies.observed());
        }
        run.put(OBSERVED_REVISION, revision);
    }

    private Outcome succeed(String trace) {
        end.succeed(UP_TO_DATE, trace);
        return next();
    }

    private Outcome next() {
        return ImageRepositoryController.next(
                GoDuration.parse(run.resource().getSpec().interval()));
    }
}
