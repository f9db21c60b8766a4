package dev.fluxlab.guard;

import dev.fluxlab.document.Obj;
import dev.fluxlab.guard.Finding.Message;

/** Where an autoscaler sets the number of replicas, Git does not. */
final class ReplicasRule implements Rule {

    @Override
    public void check(Fleet fleet, Findings findings) {
        for (Build build : fleet.builds()) {
            build.objects().stream()
                    .filter(object -> object.text("kind").equals("HorizontalPodAutoscaler"))
                    .forEach(scaler -> targets(fleet, build, scaler, findings));
        }
    }

    private static void targets(Fleet fleet, Build build, Obj scaler, Findings findings) {
        Obj target = scaler.obj("spec", "scaleTargetRef");
        build.objects().stream()
                .filter(object -> object.text("kind").equals(target.text("kind"))
                        && object.text("metadata", "name").equals(target.text("name"))
                        && object.text("metadata", "namespace").equals(scaler.text("metadata", "namespace"))
                        && object.at("spec", "replicas").isPresent())
                .forEach(object -> findings.warning(
                        RuleId.REPLICAS,
                        fleet.placeOf(line -> line.contains("replicas:"), build.folder()),
                        new Message(
                                object.text("kind") + " " + object.text("metadata", "name") + " in " + build.folder()
                                        + " sets replicas beside the autoscaler " + scaler.text("metadata", "name"),
                                "each apply sets the number back, in the middle of the load that raised it",
                                "remove spec.replicas from Git")));
    }
}
