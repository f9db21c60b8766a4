package dev.fluxlab.flux.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.crd.generator.annotation.Annotations;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which events are sent to which provider. */
@Group("notification.toolkit.fluxcd.io")
@Version("v1beta3")
@Kind("Alert")
@Plural("alerts")
@Categories({"all", "fluxcd", "fluxcd-notifications"})
@Annotations("kustomize.toolkit.fluxcd.io/substitute=disabled")
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
public final class Alert extends FluxResource<AlertSpec, Void> {

    private static final long serialVersionUID = 1L;
}
