package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Reconciliation;

/** How far a deployment's rollout is, in kubectl's words. */
record KubeRolloutState(boolean done, String message) {

    static KubeRolloutState of(Obj deployment) {
        String name = deployment.text("metadata", "name");
        if (number(deployment, "metadata", "generation") > number(deployment, "status", "observedGeneration")) {
            return new KubeRolloutState(false, "Waiting for deployment spec update to be observed...");
        }
        if (Reconciliation.condition(deployment, "Progressing").text("reason").equals("ProgressDeadlineExceeded")) {
            return new KubeRolloutState(true, "error: deployment \"" + name + "\" exceeded its progress deadline");
        }
        String waiting = waiting(deployment);
        return waiting.isEmpty()
                ? new KubeRolloutState(true, "deployment \"" + name + "\" successfully rolled out")
                : new KubeRolloutState(
                        false, "Waiting for deployment \"" + name + "\" rollout to finish: " + waiting + "...");
    }

    private static String waiting(Obj deployment) {
        long wanted = number(deployment, "spec", "replicas");
        long updated = number(deployment, "status", "updatedReplicas");
        long all = number(deployment, "status", "replicas");
        long available = number(deployment, "status", "availableReplicas");
        if (updated < wanted) {
            return updated + " out of " + wanted + " new replicas have been updated";
        }
        if (all > updated) {
            return (all - updated) + " old replicas are pending termination";
        }
        return available < updated ? available + " of " + updated + " updated replicas are available" : "";
    }

    /** Prints the state unless it was the last one printed, and says whether the rollout is over. */
    boolean tell(Console console, String[] last) {
        if (!message.equals(last[0])) {
            last[0] = message;
            if (message.startsWith("error")) {
                console.note(message);
            } else {
                console.line(message);
            }
        }
        return done;
    }

    private static long number(Obj object, String... keys) {
        return object.at(keys).flatMap(Json::asLong).orElse(0L);
    }
}
