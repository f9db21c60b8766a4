package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A container of a pod with its status at a moment; tells the facts that its next stage is chosen by. */
record Container(Obj pod, Json spec, Obj status) {

    static final String LABEL_PREFIX = "dev.fluxlab/";
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    static Container of(Obj pod, Json spec) {
        Obj status = pod.items("status", "containerStatuses").stream()
                .filter(one -> one.text("name").equals(spec.text("name")))
                .map(Json::obj)
                .findFirst()
                .orElseGet(() -> first(spec));
        return new Container(pod, spec, status);
    }

    private static Obj first(Json spec) {
        return Obj.builder()
                .put("name", spec.text("name"))
                .put("image", spec.text("image"))
                .put("imageID", "")
                .put("lastState", Obj.EMPTY)
                .put("restartCount", 0)
                .build();
    }

    Container with(Obj changed) {
        return new Container(pod, spec, changed);
    }

    String name() {
        return spec.text("name");
    }

    Memory.Slot slot() {
        return new Memory.Slot(pod.text("metadata", "uid"), name());
    }

    ImageReference image() {
        return ImageReference.parse(spec.text("image"));
    }

    /** none, waiting, running or terminated. */
    String state() {
        return List.of("waiting", "running", "terminated").stream()
                .filter(state -> status.at("state", state).isPresent())
                .findFirst()
                .orElse("none");
    }

    boolean isReady() {
        return status.at("ready").flatMap(Json::asBoolean).orElse(false);
    }

    long restarts() {
        return status.at("restartCount").flatMap(Json::asLong).orElse(0L);
    }

    Facts facts(Memory memory, Environment environment, Instant now) {
        Map<String, Json> facts = new LinkedHashMap<>();
        Pull pull = memory.pull(slot());
        Map<String, String> labels = pull.image().map(PulledImage::labels).orElse(Map.of());
        labels.forEach((key, value) -> {
            if (key.startsWith(LABEL_PREFIX)) {
                facts.put(key.substring(LABEL_PREFIX.length()), new Str(value));
            }
        });
        facts.putIfAbsent("failure", new Str("unexpected error"));
        facts.put("state", new Str(state()));
        facts.put("reason", new Str(status.text("state", state(), "reason")));
        facts.put("ready", new Str(Boolean.toString(isReady())));
        facts.put("config-error", new Str(environment.error()));
        facts.put("missing-env", new Str(environment.missing(labels.getOrDefault(LABEL_PREFIX + "requires-env", ""))));
        facts.put("now", new Str(time(now)));
        names(facts);
        pulled(facts, pull);
        restarted(facts, labels);
        return new Facts(facts, moments(memory, pull), now);
    }

    static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void names(Map<String, Json> facts) {
        facts.put("container", new Str(name()));
        facts.put("pod", new Str(pod.text("metadata", "name")));
        facts.put("namespace", new Str(pod.text("metadata", "namespace")));
        facts.put("uid", new Str(pod.text("metadata", "uid")));
        facts.put("image-name", new Str(spec.text("image")));
        facts.put("readiness", new Str("passes"));
    }

    private static void pulled(Map<String, Json> facts, Pull pull) {
        facts.put("image", new Str(pull.outcome()));
        facts.put("pull-error", new Str(pull.error()));
        facts.put("pull-back-off", new Str(GoDuration.print(backOff(pull.attempts()))));
        pull.image().ifPresent(image -> {
            facts.put("image-id", new Str(image.id()));
            facts.put("image-size", Json.number(image.size()));
            facts.put("pull-time", new Str(GoDuration.print(image.took())));
        });
    }

    private void restarted(Map<String, Json> facts, Map<String, String> labels) {
        String policy = pod.text("spec", "restartPolicy");
        String exit = labels.getOrDefault(LABEL_PREFIX + "exit-code", "1");
        long code = exit.matches("\\d{1,3}") ? Long.parseLong(exit) : 1;
        boolean failed = status.at("state", "terminated", "exitCode")
                        .flatMap(Json::asLong)
                        .orElse(0L)
                != 0;
        boolean restarts = policy.equals("Always") || policy.isEmpty() || policy.equals("OnFailure") && failed;
        facts.put("restarted", new Str(restarts ? "yes" : "no"));
        facts.put("restarts", Json.number(restarts()));
        facts.put("next-restarts", Json.number(restarts() + 1));
        facts.put("crash-back-off", new Str(GoDuration.print(backOff(restarts()))));
        facts.put("exit-code", Json.number(code));
        facts.put("exit-reason", new Str(code == 0 ? "Completed" : "Error"));
        facts.put("container-id", new Str(id(restarts())));
        facts.put("next-container-id", new Str(id(restarts() + 1)));
        status.at("state", "terminated").ifPresent(state -> facts.put("terminated", state));
        Optional.of(status.text("state", "running", "startedAt"))
                .filter(started -> !started.isEmpty())
                .ifPresent(started -> facts.put("started", new Str(started)));
    }

    private String id(long run) {
        String seed = slot().uid() + "/" + name() + "/" + run;
        return "containerd://"
                + (UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString()
                                + UUID.nameUUIDFromBytes(("#" + seed).getBytes(StandardCharsets.UTF_8)))
                        .replace("-", "");
    }

    private static Duration backOff(long failures) {
        long doublings = Math.max(0, Math.min(failures - 1, 10));
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
    }

    private Map<String, Instant> moments(Memory memory, Pull pull) {
        Map<String, Instant> moments = new HashMap<>();
        moments.put("tried", pull.tried());
        put(moments, "started", status.text("state", "running", "startedAt"));
        put(moments, "probed", status.text("state", "running", "startedAt"));
        put(moments, "served", status.text("state", "running", "startedAt"));
        put(moments, "finished", status.text("lastState", "terminated", "finishedAt"));
        put(moments, "finished", status.text("state", "terminated", "finishedAt"));
        Optional.ofNullable(memory.probes().get(slot())).ifPresent(moment -> moments.put("probed", moment));
        Optional.ofNullable(memory.requests().get(slot())).ifPresent(moment -> moments.put("served", moment));
        Optional.ofNullable(memory.configurations().get(slot())).ifPresent(moment -> moments.put("configured", moment));
        return moments;
    }

    private static void put(Map<String, Instant> moments, String name, String time) {
        if (!time.isEmpty()) {
            moments.put(name, Instant.parse(time));
        }
    }
}
