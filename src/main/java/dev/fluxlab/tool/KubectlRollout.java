package dev.fluxlab.tool;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Ask;
import dev.fluxlab.world.view.Kind;
import java.util.Comparator;
import java.util.List;

/** {@code kubectl rollout history}, {@code undo} and {@code status} of a deployment. */
final class KubectlRollout {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final KubeCall call;

    KubectlRollout(KubeCall call) {
        this.call = call;
    }

    int run() throws InterruptedException {
        String verb = call.arguments().positional(1).orElse("");
        KubeCall.Target target = call.one(2);
        if (!target.resource().plural().equals("deployments")) {
            throw new ToolFailure(1, "error: this lab's kubectl rolls out deployments only");
        }
        return switch (verb) {
            case "history" -> history(target);
            case "undo" -> undo(target);
            case "status" -> status(target);
            default -> throw new ToolFailure(1, "error: this lab's kubectl does not know rollout " + verb);
        };
    }

    private int history(KubeCall.Target target) throws InterruptedException {
        if (call.arguments().value("to-revision").isPresent()) {
            throw new ToolFailure(1, "error: unknown flag: --to-revision");
        }
        Columns columns = new Columns("  ").add(List.of("REVISION", "CHANGE-CAUSE"));
        for (Obj set : revisions(call.get(call.path(target)))) {
            String cause = set.texts("metadata", "annotations").getOrDefault("kubernetes.io/change-cause", "<none>");
            columns.add(List.of(String.valueOf(revision(set)), cause));
        }
        call.console().line(target.resource().named(target.name()) + " \n" + columns.print());
        return 0;
    }

    private int undo(KubeCall.Target target) throws InterruptedException {
        Obj deployment = call.get(call.path(target));
        List<Obj> sets = revisions(deployment);
        String asked = call.arguments().value("to-revision", "0");
        if (!asked.matches("[0-9]{1,18}")) {
            throw new ToolFailure(1, "error: invalid argument \"" + asked + "\" for \"--to-revision\" flag");
        }
        Obj wanted = wanted(sets, Long.parseLong(asked));
        Json template = wanted.obj("spec", "template")
                .withObj("metadata", meta -> meta.withObj("labels", labels -> labels.without("pod-template-hash")));
        String named = target.resource().named(target.name());
        if (template.equals(deployment.obj("spec", "template"))) {
            call.console()
                    .line(named + " skipped rollback (current template already matches revision " + revision(wanted)
                            + ")");
            return 0;
        }
        Obj replace = Obj.of("op", "replace").with("path", "/spec/template").with("value", template);
        call.ask(Ask.patch(call.path(target), "application/json-patch+json", JsonText.print(Arr.of(replace))));
        call.console().line(named + " rolled back");
        return 0;
    }

    private static Obj wanted(List<Obj> sets, long asked) {
        if (asked == 0) {
            if (sets.size() < 2) {
                throw new ToolFailure(1, "error: no rollout history found");
            }
            return sets.get(sets.size() - 2);
        }
        return sets.stream()
                .filter(set -> revision(set) == asked)
                .findFirst()
                .orElseThrow(
                        () -> new ToolFailure(1, "error: unable to find specified revision " + asked + " in history"));
    }

    private int status(KubeCall.Target target) throws InterruptedException {
        call.get(call.path(target));
        String[] last = {""};
        boolean done = call.cluster()
                .await(
                        Kind.DEPLOYMENT,
                        call.namespace(),
                        target.name(),
                        found -> KubeRolloutState.of(found).tell(call.console(), last),
                        GoDuration.parse(call.arguments().value("timeout", "24h")))
                .isPresent();
        if (!done) {
            throw new ToolFailure(1, "error: timed out waiting for the condition");
        }
        return last[0].startsWith("error") ? 1 : 0;
    }

    private List<Obj> revisions(Obj deployment) {
        String uid = deployment.text("metadata", "uid");
        return call.cluster().list(Kind.REPLICA_SET, call.namespace()).stream()
                .filter(set -> set.items("metadata", "ownerReferences").stream()
                        .anyMatch(owner -> owner.text("uid").equals(uid)))
                .sorted(Comparator.comparingLong(KubectlRollout::revision))
                .toList();
    }

    private static long revision(Obj set) {
        String text = set.texts("metadata", "annotations").getOrDefault(REVISION, "0");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
