package dev.fluxlab.flux.oci;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Secrets;
import java.util.Optional;

/** Finds the login for an image in the Secrets of a namespace. */
public final class PullSecrets {

    private final Cluster cluster;
    private final String namespace;

    public PullSecrets(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /**
     * The login of a Secret by name.
     *
     * @throws dev.fluxlab.flux.reconcile.ApiFailure when there is no such Secret
     */
    public Optional<OciLogin> ofSecret(String secret, String image) {
        return login(cluster.read(Address.secret(namespace, secret)), image);
    }

    /**
     * The first login among the pull secrets of a service account.
     *
     * @throws dev.fluxlab.flux.reconcile.ApiFailure when there is no such account or one of its secrets is missing
     */
    public Optional<OciLogin> ofServiceAccount(String account, String image) {
        Obj found = cluster.read(new Address("v1", "serviceaccounts", namespace, account));
        for (Json reference : found.items("imagePullSecrets")) {
            Optional<OciLogin> login = ofSecret(reference.text("name"), image);
            if (login.isPresent()) {
                return login;
            }
        }
        return Optional.empty();
    }

    private static Optional<OciLogin> login(Obj secret, String image) {
        return PullSecret.of(secret.text("type"), Secrets.data(secret)).loginFor(image);
    }
}
