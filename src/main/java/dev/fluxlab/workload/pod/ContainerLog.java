package dev.fluxlab.workload.pod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a container would have written by now, told from its image's labels and its times alone. */
record ContainerLog(Map<String, String> labels, String missingVariable) {

    /** A line and when it was written. */
    record Line(Instant at, String text) {

        String stamped() {
            return at + " " + text;
        }
    }

    private static final Duration REQUEST_EVERY = Duration.ofSeconds(10);
    private static final int MOST_REQUESTS = 500;

    /** The lines of one run of the container; a run that goes on ends at the present. */
    List<Line> lines(String image, Instant started, Instant end, boolean crashed) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(started, "starting " + image));
        for (String text : label("log").lines().toList()) {
            lines.add(new Line(started, text));
        }
        if (!missingVariable.isEmpty()) {
            lines.add(new Line(started, "fatal: environment variable " + missingVariable + " is not set"));
        } else if (label("fails").equals("start")) {
            lines.add(new Line(started, "fatal: cannot start: " + orElse("failure", "unexpected error")));
        } else {
            serving(lines, started, end);
        }
        if (crashed) {
            lines.add(new Line(end, "exit status " + orElse("exit-code", "1")));
        }
        return lines;
    }

    private String label(String name) {
        return labels.getOrDefault(Container.LABEL_PREFIX + name, "");
    }

    private String orElse(String name, String absent) {
        return label(name).isEmpty() ? absent : label(name);
    }

    private void serving(List<Line> lines, Instant started, Instant end) {
        lines.add(new Line(started, "listening on :8080"));
        double errorRate = rate();
        double errors = 0;
        int requests = 0;
        for (Instant at = started.plus(REQUEST_EVERY);
                !at.isAfter(end) && requests < MOST_REQUESTS;
                at = at.plus(REQUEST_EVERY)) {
            requests++;
            boolean fails = Math.floor(requests * errorRate) > errors;
            errors += fails ? 1 : 0;
            lines.add(new Line(at, fails ? "GET / 500 " + orElse("failure", "internal error") : "GET / 200"));
        }
    }

    /** The share of requests that fail; a label that is no number is read as none. */
    private double rate() {
        String text = label("error-rate");
        return text.matches("0?\\.\\d+|[01](\\.0+)?") ? Double.parseDouble(text) : 0;
    }
}
