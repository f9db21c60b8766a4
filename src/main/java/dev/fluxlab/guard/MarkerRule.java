package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.util.List;
import java.util.Optional;

/** A marker names a policy that exists, of the environment it stands in, and lies where an automation writes. */
final class MarkerRule implements Rule {

    @Override
    public void check(Fleet fleet, Findings findings) {
        for (Marker marker : fleet.markers()) {
            if (marker.reference().isEmpty()) {
                malformed(marker, findings);
            } else {
                judge(fleet, marker, marker.reference().get(), findings);
            }
        }
    }

    private static void malformed(Marker marker, Findings findings) {
        findings.error(
                RuleId.MARKER,
                marker.place(),
                new Message(
                        "the marker " + marker.comment() + " cannot be read",
                        "image automation passes over it without a word, and the image is never updated",
                        "write {\"$imagepolicy\": \"namespace:policy\"}, with :tag, :name or :digest for a part of the image"));
    }

    private static void judge(Fleet fleet, Marker marker, Marker.Reference reference, Findings findings) {
        Optional<Manifest> policy = fleet.find(Fleet.IMAGE, "ImagePolicy", reference);
        if (policy.isEmpty()) {
            missing(fleet, marker, reference, findings);
            return;
        }
        Optional<Environment> here = Environment.ofPath(marker.place().file());
        Optional<Environment> there = policy.get().environment();
        if (here.isPresent() && there.isPresent() && !here.equals(there)) {
            findings.error(
                    RuleId.MARKER,
                    marker.place(),
                    new Message(
                            "a marker in " + here.get().word() + " names the policy " + reference + " of "
                                    + there.get().word(),
                            "every image of " + there.get().word() + " is written into "
                                    + here.get().word() + ", promoted by nobody",
                            "name the policy of " + here.get().word()));
            return;
        }
        automated(fleet, marker, reference, findings);
    }

    private static void missing(Fleet fleet, Marker marker, Marker.Reference reference, Findings findings) {
        List<String> known = fleet.all(Fleet.IMAGE, "ImagePolicy")
                .map(policy -> policy.namespace() + ":" + policy.name())
                .sorted()
                .toList();
        findings.error(
                RuleId.MARKER,
                marker.place(),
                new Message(
                        "the marker names the policy " + reference + ", which does not exist",
                        "image automation passes over it without a word: everything is green and nothing is ever promoted",
                        known.isEmpty() ? "add the policy" : "name one of " + String.join(", ", known)));
    }

    private static void automated(Fleet fleet, Marker marker, Marker.Reference reference, Findings findings) {
        boolean written = fleet.all(Fleet.IMAGE, "ImageUpdateAutomation")
                .filter(automation -> automation.namespace().equals(reference.namespace()))
                .anyMatch(automation -> writes(automation, marker.place().file()));
        if (!written) {
            findings.warning(
                    RuleId.MARKER,
                    marker.place(),
                    new Message(
                            "no image automation of the namespace " + reference.namespace() + " writes "
                                    + marker.place().file(),
                            "the marker looks alive and nothing will ever write it",
                            "let spec.update.path of the automation reach it, or remove the marker"));
        }
    }

    private static boolean writes(Manifest automation, String file) {
        String path = FleetBuilds.normal(automation.object().text("spec", "update", "path"));
        return path.isEmpty() || file.startsWith(path + "/");
    }
}
