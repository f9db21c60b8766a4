package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.reconcile.Cluster;

/** Fills in the variables of a build. */
final class Variables {

    private final Kustomization kustomization;

    Variables(Kustomization kustomization, Cluster cluster) {
        this.kustomization = kustomization;
    }

    Obj fill(Obj object) throws ReconcileFailure {
        String text = dev.fluxlab.document.JsonText.print(object);
        var post = kustomization.getSpec().postBuild();
        if (post == null) {
            return object;
        }
        for (var e : post.substitute().entrySet()) {
            text = text.replace("${" + e.getKey() + "}", e.getValue());
        }
        return dev.fluxlab.document.JsonText.read(text).obj();
    }
}
