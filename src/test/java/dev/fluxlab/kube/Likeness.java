package dev.fluxlab.kube;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer without what two runs never have in common: the normalising that the recordings' README names. What a controller
 * manager wrote is taken out too, because none runs beside the server under test.
 */
final class Likeness {

    private static final Set<String> DROPPED = Set.of(
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "time",
            "lastTransitionTime",
            "lastUpdateTime",
            "deletionTimestamp",
            "continue",
            "remainingItemCount",
            "clusterIP",
            "clusterIPs",
            "token",
            "expirationTimestamp",
            "firstTimestamp",
            "lastTimestamp",
            "storageVersionHash",
            "buildDate",
            "gitCommit",
            "gitVersion",
            "goVersion",
            "gitTreeState",
            "platform",
            "compiler",
            "extra");
    private static final String CONTROLLERS = "kube-controller-manager";
    private static final Obj OBSERVED = Obj.of("f:status", Obj.of("f:observedGeneration", Obj.EMPTY));
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private Likeness() {}

    static Json of(Json value) {
        return of(value, "");
    }

    private static Json of(Json value, String key) {
        if (value instanceof Obj obj) {
            return object(obj);
        }
        if (value instanceof Arr arr) {
            return array(arr, key);
        }
        return value instanceof Str str ? new Str(text(str.value())) : value;
    }

    private static Obj object(Obj obj) {
        boolean deployment = obj.text("kind").equals("Deployment");
        Map<String, Json> members = new TreeMap<>();
        for (Map.Entry<String, Json> member : obj.members().entrySet()) {
            boolean dropped = DROPPED.contains(member.getKey())
                    || member.getKey().startsWith("f:rec")
                    || deployment && member.getKey().equals("status");
            if (!dropped) {
                members.put(member.getKey(), of(member.getValue(), member.getKey()));
            }
        }
        members.computeIfPresent(
                "annotations", (name, value) -> value.asObj().orElse(Obj.EMPTY).without(REVISION));
        members.computeIfPresent(
                "f:annotations",
                (name, value) -> value.asObj().orElse(Obj.EMPTY).without("."));
        members.remove("annotations", Obj.EMPTY);
        return Obj.ofMembers(members);
    }

    private static Arr array(Arr arr, String key) {
        List<Json> items = new ArrayList<>();
        for (Json item : arr.items()) {
            if (!(key.equals("managedFields") && isControllers(item))) {
                items.add(key.equals("cells") ? cell(item) : of(item, key));
            }
        }
        if (key.equals("managedFields")) {
            items.sort(Comparator.comparing(
                    item -> item.text("manager") + item.text("operation") + item.text("subresource") + item));
        }
        return new Arr(items);
    }

    /** What a controller manager wrote, or took over from the recorder at once. */
    private static boolean isControllers(Json entry) {
        boolean observed = entry.obj("fieldsV1").equals(OBSERVED)
                && entry.text("subresource").equals("status");
        return observed || entry.text("manager").equals(CONTROLLERS);
    }

    private static Json cell(Json cell) {
        boolean age = cell.asText()
                .filter(text -> text.matches("([0-9]+[dhms])+|<unknown>"))
                .isPresent();
        return age ? new Str("~") : of(cell);
    }

    static String text(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z| ?\\+0000)?", "TIME")
                .replaceAll("\\bg-[a-z0-9]{5}\\b", "g-RANDOM")
                .replaceAll("current: \\d+|too old resource version: \\d+ \\(\\d+\\)", "REVISION")
                .replaceAll("\\b10\\.\\d+\\.\\d+\\.\\d+\\b", "ADDRESS");
    }
}
