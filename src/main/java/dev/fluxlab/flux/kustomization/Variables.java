package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec.PostBuild;
import dev.fluxlab.flux.api.KustomizationSpec.PostBuild.SubstituteFrom;
import dev.fluxlab.flux.api.KustomizationSpec.PostBuild.SubstituteFrom.Holder;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Secrets;
import dev.fluxlab.kustomize.Substitution;
import java.util.Map;
import java.util.TreeMap;

/** The variables of a Kustomization: from the objects it names, later ones over earlier, then its own. */
final class Variables {

    private final Run<Kustomization> run;
    private final Obj first;

    /**
     * The variables of the run's object.
     *
     * @param first the object that a missing source of variables is told of
     */
    Variables(Run<Kustomization> run, Obj first) {
        this.run = run;
        this.first = first;
    }

    Substitution substitution() throws ReconcileFailure {
        PostBuild postBuild = run.resource().getSpec().postBuild();
        if (postBuild == null) {
            return new Substitution(Map.of(), Substitution.Strategy.WITH_VARIABLES, true);
        }
        Map<String, String> variables = new TreeMap<>();
        for (SubstituteFrom from : postBuild.substituteFrom()) {
            variables.putAll(read(from));
        }
        variables.putAll(postBuild.substitute());
        boolean always = postBuild.substituteStrategy() == PostBuild.Strategy.ALWAYS;
        return new Substitution(
                variables, always ? Substitution.Strategy.ALWAYS : Substitution.Strategy.WITH_VARIABLES, true);
    }

    private Map<String, String> read(SubstituteFrom from) throws ReconcileFailure {
        boolean secret = from.kind() == Holder.SECRET;
        try {
            return secret
                    ? new Secrets(run.cluster()).read(run.namespace(), from.name())
                    : run.cluster()
                            .read(Address.configMap(run.namespace(), from.name()))
                            .texts("data");
        } catch (ApiFailure e) {
            if (e.isNotFound() && from.optional()) {
                return Map.of();
            }
            String what = (secret ? "Secret/" : "ConfigMap/") + from.name();
            throw ReconcileFailure.build(
                    "post build failed for '" + id() + "': substitute from '" + what + "' error: " + e.getMessage());
        }
    }

    private String id() {
        Target target = Target.of(first);
        String group = target.group().isEmpty() ? "[noGrp]" : target.group();
        return target.kind() + "." + target.version() + "." + group + "/" + target.name();
    }
}
