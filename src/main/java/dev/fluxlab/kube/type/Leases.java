package dev.fluxlab.kube.type;

/** coordination.k8s.io/v1 Lease. */
final class Leases {

    private static final Table TABLE = new Table()
            .name()
            .text("Holder", Doc.of("spec.holderIdentity"), lease -> lease.text("spec", "holderIdentity"))
            .age();

    private Leases() {}

    static ResourceType.Builder type() {
        return ResourceType.of("coordination.k8s.io/v1", "Lease")
                .rules(Rules.builder()
                        .check(ScalingChecks::lease)
                        .createsOnUpdate()
                        .needsResourceVersion()
                        .table(TABLE));
    }
}
