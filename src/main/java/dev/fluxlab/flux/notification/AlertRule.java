package dev.fluxlab.flux.notification;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.fluxlab.flux.api.Alert;
import dev.fluxlab.flux.api.AlertSpec;
import dev.fluxlab.flux.api.AlertSpec.EventSource;
import dev.fluxlab.flux.api.AlertSpec.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which events an alert lets through. */
final class AlertRule {

    private final Alert alert;
    private final AlertSpec spec;
    private final Labels labels;

    /** Finds the labels of an event's object. */
    @FunctionalInterface
    interface Labels {
        Map<String, String> of(Event event);
    }

    AlertRule(Alert alert, Labels labels) {
        this.alert = alert;
        this.spec = alert.getSpec();
        this.labels = labels;
    }

    /** Whether the alert is about this event's object at all, and not suspended. */
    boolean concerns(Event event) {
        return !spec.suspend() && spec.eventSources().stream().anyMatch(source -> matches(source, event));
    }

    private boolean matches(EventSource source, Event event) {
        String namespace = source.namespace().isEmpty() ? alert.getMetadata().getNamespace() : source.namespace();
        boolean named = source.name().equals("*") || source.name().equals(event.name());
        return source.kind().toString().equals(event.kind())
                && namespace.equals(event.namespace())
                && named
                && (source.matchLabels().isEmpty()
                        || labels.of(event)
                                .entrySet()
                                .containsAll(source.matchLabels().entrySet()));
    }

    /** A list whose pattern is no pattern; the alert is told, and the event not sent. */
    record Broken(String message) {}

    List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        check("inclusion", spec.inclusionList(), broken);
        check("exclusion", spec.exclusionList(), broken);
        return broken;
    }

    private static void check(String list, List<String> patterns, List<Broken> broken) {
        for (String pattern : patterns) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                broken.add(new Broken("failed to compile " + list + " regex: " + pattern));
            }
        }
    }

    /** Whether severity and message pass; exclusion wins over inclusion. */
    boolean passes(Event event) {
        boolean severe = spec.eventSeverity() == Severity.INFO || event.isError();
        boolean included = spec.inclusionList().isEmpty() || anyFinds(spec.inclusionList(), event.message());
        return severe && included && !anyFinds(spec.exclusionList(), event.message());
    }

    private static boolean anyFinds(List<String> patterns, String message) {
        return patterns.stream()
                .anyMatch(pattern -> Pattern.compile(pattern).matcher(message).find());
    }
}
