package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;

/** batch/v1 CronJob: stored and checked, no controller starts its jobs. */
final class CronJobs {

    private static final Table TABLE = Containers.columns(
                    new Table()
                            .name()
                            .text("Schedule", Doc.of("spec.schedule"), job -> job.text("spec", "schedule"))
                            .text(
                                    "Timezone",
                                    Doc.of("spec.timeZone"),
                                    job -> Read.orElse(job.text("spec", "timeZone"), "<none>"))
                            .column(
                                    new Table.Heading("Suspend", "boolean", "", Doc.of("spec.suspend"), 0),
                                    (job, now) -> new Str(suspended(job)))
                            .number("Active", "integer", Doc.of("status.active"), job ->
                                    (long) job.items("status", "active").size())
                            .aged(
                                    "Last Schedule",
                                    Doc.of("status.lastScheduleTime"),
                                    0,
                                    (job, now) -> new Str(lastSchedule(job, now)))
                            .age(),
                    CronJobs::template)
            .wide(
                    "Selector",
                    Doc.of("spec.jobTemplate.spec.selector"),
                    job -> Selectors.textOrNone(job.obj("spec", "jobTemplate", "spec", "selector")));

    private CronJobs() {}

    static ResourceType.Builder type() {
        return ResourceType.of("batch/v1", "CronJob")
                .shortNames("cj")
                .categories("all")
                .status()
                .rules(Rules.builder()
                        .defaults(within(
                                "spec",
                                all(
                                        missing("concurrencyPolicy", "Allow"),
                                        missing("suspend", false),
                                        missing("successfulJobsHistoryLimit", 3),
                                        missing("failedJobsHistoryLimit", 1),
                                        within("jobTemplate", within("spec", PodDefaults.TEMPLATE)))))
                        .status(Status.builtIn())
                        .generation(Generation.OF_SPEC)
                        .check(JobChecks::cronJob)
                        .table(TABLE));
    }

    private static Obj template(Obj job) {
        return job.obj("spec", "jobTemplate", "spec", "template");
    }

    private static String suspended(Obj job) {
        return job.at("spec", "suspend").isEmpty() ? "<unset>" : Read.flag(job, "spec", "suspend") ? "True" : "False";
    }

    private static String lastSchedule(Obj job, Instant now) {
        String last = job.text("status", "lastScheduleTime");
        return last.isEmpty() ? "<none>" : Ages.since(last, now);
    }
}
