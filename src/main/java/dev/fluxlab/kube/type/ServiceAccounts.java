package dev.fluxlab.kube.type;

import java.util.List;

/** v1 ServiceAccount. */
final class ServiceAccounts {

    private static final Table TABLE = new Table().name().age();

    private ServiceAccounts() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "ServiceAccount")
                .shortNames("sa")
                .with(new Subresource(
                        "token",
                        GroupVersionKind.of("authentication.k8s.io/v1", "TokenRequest"),
                        List.of("create"),
                        true))
                .rules(Rules.builder().returnsDeletedObject().table(TABLE));
    }
}
