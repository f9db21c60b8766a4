package dev.fluxlab.kube.serve;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last lines that containers wrote, as the simulator of the pods sends them (docs/adr/0012). */
final class PodLogs {

    private static final int KEPT = 1_000;

    /** No container's name has a blank in it. */
    private static final String PREVIOUS = " previous";

    /** What a container wrote, and when. */
    record Line(Instant time, String text) {}

    private static final class Log {
        private final Deque<Line> lines = new ArrayDeque<>();
        private final List<Consumer<Line>> followers = new CopyOnWriteArrayList<>();
    }

    private final Map<String, Log> logs = new ConcurrentHashMap<>();

    List<Line> lines(String pod, String container) {
        Log log = log(pod, container);
        synchronized (log) {
            return List.copyOf(log.lines);
        }
    }

    void append(String pod, String container, Line line) {
        Log log = log(pod, container);
        synchronized (log) {
            log.lines.add(line);
            if (log.lines.size() > KEPT) {
                log.lines.remove();
            }
        }
        log.followers.forEach(follower -> follower.accept(line));
    }

    /** A container runs again: what it wrote before becomes its previous log. */
    void begin(String pod, String container) {
        Log log = log(pod, container);
        synchronized (log) {
            log(pod, container + PREVIOUS).lines.clear();
            log(pod, container + PREVIOUS).lines.addAll(log.lines);
            log.lines.clear();
        }
    }

    /** What the run before the present one wrote; nothing when there was none. */
    List<Line> previous(String pod, String container) {
        return lines(pod, container + PREVIOUS);
    }

    AutoCloseable follow(String pod, String container, Consumer<Line> follower) {
        Log log = log(pod, container);
        log.followers.add(follower);
        return () -> log.followers.remove(follower);
    }

    /** Forgets what pods wrote that are gone. */
    void keepOnly(Set<String> pods) {
        logs.keySet().removeIf(key -> !pods.contains(key.substring(0, key.indexOf('/'))));
    }

    private Log log(String pod, String container) {
        return logs.computeIfAbsent(pod + "/" + container, key -> new Log());
    }
}
