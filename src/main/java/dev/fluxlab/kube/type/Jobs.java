package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** batch/v1 Job: stored and checked, no controller runs it. */
final class Jobs {

    private static final List<String> STATES = List.of("Suspended", "FailureTarget", "SuccessCriteriaMet");

    /** Of a job's spec, in a Job and in a CronJob's template. */
    static final UnaryOperator<Obj> SPEC = all(
            when(spec -> !spec.has("completions") && !spec.has("parallelism"), missing("completions", 1)),
            missing("parallelism", 1),
            missing("backoffLimit", spec -> Json.number(spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6)),
            missing("completionMode", "NonIndexed"),
            missing("suspend", false),
            missing(
                    "podReplacementPolicy",
                    spec -> new Str(spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed")),
            missing("manualSelector", false),
            PodDefaults.TEMPLATE);

    private static final Table TABLE = Containers.columns(
                    new Table()
                            .name()
                            .text("Status", Doc.says("Status of the job."), Jobs::state)
                            .text("Completions", Doc.of("status.succeeded"), Jobs::completions)
                            .aged(
                                    "Duration",
                                    Doc.says("Time required to complete the job."),
                                    0,
                                    (job, now) -> new Str(duration(job, now)))
                            .age(),
                    Read::template)
            .wide("Selector", Doc.of("spec.selector"), job -> Selectors.textOrNone(job.obj("spec", "selector")));

    private Jobs() {}

    static ResourceType.Builder type() {
        return ResourceType.of("batch/v1", "Job")
                .categories("all")
                .status()
                .rules(Rules.builder()
                        .defaults(Jobs::labelled, within("spec", SPEC))
                        .status(Status.builtIn())
                        .generation(Generation.OF_SPEC)
                        .onCreate((job, allocations) -> JobChecks.selected(job))
                        .check(JobChecks::job)
                        .checkChange(JobChecks::jobChange)
                        .selectable("status.successful", job -> Long.toString(Read.number(job, "status", "succeeded")))
                        .table(TABLE));
    }

    private static Obj labelled(Obj job) {
        Obj labels = job.obj("spec", "template", "metadata", "labels");
        return job.obj("metadata", "labels").isEmpty() && !labels.isEmpty()
                ? job.withObj("metadata", meta -> meta.with("labels", labels))
                : job;
    }

    private static boolean has(Obj job, String condition) {
        return job.items("status", "conditions").stream()
                .anyMatch(found -> found.text("type").equals(condition)
                        && found.text("status").equals("True"));
    }

    private static String state(Obj job) {
        if (has(job, "Complete")) {
            return "Complete";
        }
        if (has(job, "Failed")) {
            return "Failed";
        }
        if (job.obj("metadata").has("deletionTimestamp")) {
            return "Terminating";
        }
        return STATES.stream().filter(state -> has(job, state)).findFirst().orElse("Running");
    }

    private static String completions(Obj job) {
        long succeeded = Read.number(job, "status", "succeeded");
        if (job.at("spec", "completions").isPresent()) {
            return succeeded + "/" + Read.number(job, "spec", "completions");
        }
        long parallelism = Read.number(job, "spec", "parallelism");
        return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
    }

    private static String duration(Obj job, Instant now) {
        String start = job.text("status", "startTime");
        String end = job.text("status", "completionTime");
        if (start.isEmpty()) {
            return "";
        }
        return end.isEmpty() ? Ages.since(start, now) : Ages.between(start, end);
    }
}
