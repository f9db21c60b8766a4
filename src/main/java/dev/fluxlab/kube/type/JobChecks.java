package dev.fluxlab.kube.type;

import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** What is checked of jobs and of the jobs that a schedule starts. */
final class JobChecks {

    private JobChecks() {}

    static void job(Obj job, Findings found) {
        Obj spec = job.obj("spec");
        Findings at = found.in("spec");
        spec(spec, at);
        if (Fill.isMissing(spec, "selector")) {
            at.in("selector").required("");
        } else {
            Checks.selector(spec.obj("selector"), at.in("selector"));
        }
        if (!Selectors.matches(spec.obj("selector"), spec.texts("template", "metadata", "labels"))) {
            at.in("template", "metadata", "labels")
                    .invalid(
                            spec.at("template", "metadata", "labels").orElse(Null.NULL),
                            "`selector` does not match template `labels`");
        }
    }

    private static void spec(Obj spec, Findings at) {
        Checks.nonNegative(
                spec,
                at,
                "parallelism",
                "completions",
                "activeDeadlineSeconds",
                "backoffLimit",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes");
        List<String> modes = List.of("NonIndexed", "Indexed");
        if (spec.has("completionMode")) {
            Checks.oneOf(spec, "completionMode", modes, at);
        }
        if (spec.text("completionMode").equals("Indexed") && !spec.has("completions")) {
            at.in("completions").required("when completion mode is Indexed");
        }
        PodChecks.template(spec.obj("template"), at.in("template"));
        restart(spec.text("template", "spec", "restartPolicy"), at.in("template", "spec", "restartPolicy"));
    }

    private static void restart(String policy, Findings at) {
        if (policy.isEmpty() || policy.equals("Always")) {
            at.required("valid values: \"OnFailure\", \"Never\"");
        } else if (!policy.equals("OnFailure") && !policy.equals("Never")) {
            at.notSupported(new Str(policy), List.of("OnFailure", "Never"));
        }
    }

    static void cronJob(Obj cronJob, Findings found) {
        Obj spec = cronJob.obj("spec");
        Findings at = found.in("spec");
        String schedule = spec.text("schedule");
        if (schedule.isEmpty()) {
            at.in("schedule").required("");
        } else {
            CronSchedule.complaint(schedule)
                    .ifPresent(complaint -> at.in("schedule").invalid(schedule, complaint));
        }
        Checks.nonNegative(spec, at, "startingDeadlineSeconds");
        Checks.oneOf(spec, "concurrencyPolicy", List.of("Allow", "Forbid", "Replace"), at);
        spec(spec.obj("jobTemplate", "spec"), at.in("jobTemplate", "spec"));
        Checks.nonNegative(spec, at, "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
        if (cronJob.text("metadata", "name").length() > 52) {
            found.in("metadata", "name")
                    .invalid(cronJob.text("metadata", "name"), "must be no more than 52 characters");
        }
    }

    static void jobChange(Obj job, Obj old, Findings found) {
        for (String field : List.of("completionMode", "selector", "template", "podFailurePolicy")) {
            Immutable.field("spec." + field).check(job, old, found);
        }
    }

    /** A job's pods are told by its uid, unless it was asked to be told otherwise. */
    static Obj selected(Obj job) {
        if (Read.flag(job, "spec", "manualSelector")) {
            return job;
        }
        String uid = job.text("metadata", "uid");
        String name = job.text("metadata", "name");
        Obj labels = job.obj("spec", "template", "metadata", "labels")
                .with("controller-uid", uid)
                .with("job-name", name)
                .with("batch.kubernetes.io/controller-uid", uid)
                .with("batch.kubernetes.io/job-name", name);
        Obj selector = Obj.of("matchLabels", Obj.of("batch.kubernetes.io/controller-uid", uid));
        return job.withObj("spec", spec -> spec.with("selector", selector)
                .withObj("template", template -> template.withObj("metadata", meta -> meta.with("labels", labels))));
    }
}
