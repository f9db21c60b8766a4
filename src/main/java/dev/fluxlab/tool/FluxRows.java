package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The columns of {@code flux get} for each kind. */
final class FluxRows {

    /** A whole word of 40 to 128 hex digits is cut to eight in the tables of sources and Kustomizations. */
    private static final Pattern HASH = Pattern.compile("\\b([a-f0-9]{8})[a-f0-9]{32,120}\\b");

    private final FluxKind kind;

    FluxRows(FluxKind kind) {
        this.kind = kind;
    }

    List<String> header() {
        return switch (kind) {
            case SOURCE_GIT, SOURCE_OCI, KUSTOMIZATION -> List.of("name", "revision", "suspended", "ready", "message");
            case IMAGE_REPOSITORY -> List.of("name", "last scan", "suspended", "ready", "message");
            case IMAGE_POLICY -> List.of("name", "image", "tag", "ready", "message");
            case IMAGE_UPDATE -> List.of("name", "last run", "suspended", "ready", "message");
            case RECEIVER, ALERT -> List.of("name", "suspended", "ready", "message");
            case ALERT_PROVIDER -> List.of("name", "ready", "message");
        };
    }

    /** The cells of an object after its name. */
    List<String> row(Obj object, String name) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(own(object));
        if (kind != FluxKind.IMAGE_POLICY && kind != FluxKind.ALERT_PROVIDER) {
            cells.add(Reconciliation.isSuspended(object) ? "True" : "False");
        }
        cells.addAll(readiness(object));
        return cells;
    }

    private List<String> own(Obj object) {
        return switch (kind) {
            case SOURCE_GIT, SOURCE_OCI -> List.of(shortened(object.text("status", "artifact", "revision")));
            case KUSTOMIZATION -> List.of(shortened(object.text("status", "lastAppliedRevision")));
            case IMAGE_REPOSITORY -> List.of(object.text("status", "lastScanResult", "scanTime"));
            case IMAGE_POLICY -> List.of(
                    object.text("status", "latestRef", "name"), object.text("status", "latestRef", "tag"));
            case IMAGE_UPDATE -> List.of(object.text("status", "lastAutomationRunTime"));
            case RECEIVER, ALERT, ALERT_PROVIDER -> List.of();
        };
    }

    private List<String> readiness(Obj object) {
        if (kind.isStatic()) {
            return List.of("True", kind.kind().kind() + " is Ready");
        }
        Obj ready = Reconciliation.condition(object, "Ready");
        if (ready.isEmpty()) {
            return List.of("False", "waiting to be reconciled");
        }
        boolean cut = kind.isSource() || kind == FluxKind.KUSTOMIZATION;
        String message = ready.text("message");
        return List.of(ready.text("status"), cut ? shortened(message) : message);
    }

    static String shortened(String text) {
        return HASH.matcher(text).replaceAll("$1");
    }

    /** Whether the object has the condition, given as {@code ready=false} or {@code ready!=true}. */
    static boolean matches(Obj object, FluxKind kind, String selector) {
        boolean negated = selector.contains("!=");
        String[] parts = selector.split(negated ? "!=" : "=", 2);
        if (parts.length != 2) {
            throw new ToolFailure(
                    1, "expected status selector in type=status or type!=status format, but found: " + selector);
        }
        String wanted = parts[1].toLowerCase(Locale.ROOT);
        if (kind.isStatic()) {
            return !negated && parts[0].equalsIgnoreCase("ready") && wanted.equals("true");
        }
        boolean has = object.items("status", "conditions").stream()
                .anyMatch(condition -> condition.text("type").equalsIgnoreCase(parts[0])
                        && condition.text("status").equalsIgnoreCase(wanted));
        return has != negated;
    }
}
