package dev.fluxlab.flux.image;

import dev.fluxlab.document.Json;
import dev.fluxlab.flux.api.ImageRepository;
import dev.fluxlab.flux.api.ImageRepositorySpec;
import dev.fluxlab.flux.api.LocalRef;
import dev.fluxlab.flux.oci.DockerLogins;
import dev.fluxlab.flux.oci.Login;
import dev.fluxlab.flux.oci.RegistryAccess;
import dev.fluxlab.flux.oci.Trust;
import dev.fluxlab.flux.policy.ImageName;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.GoDuration;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds the access to a registry from what an ImageRepository names: secrets, certificates, proxy, time. */
final class RepositoryAccess {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A registry that hangs holds a thread of this machine, whatever the world's time says. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Set<String> PROXY_SCHEMES = Set.of("http", "https", "socks5");

    private final Cluster cluster;
    private final String namespace;
    private final ImageRepositorySpec spec;

    RepositoryAccess(Cluster cluster, ImageRepository repository) {
        this.cluster = cluster;
        this.namespace = repository.getMetadata().getNamespace();
        this.spec = repository.getSpec();
    }

    /** @throws AccessFailure when something named is missing or makes no sense */
    RegistryAccess of(ImageName image) {
        Optional<InetSocketAddress> proxy = reference(spec.proxySecretRef()).map(this::proxy);
        Optional<SSLContext> trust = reference(spec.certSecretRef()).map(this::trust);
        return new RegistryAccess(login(image), trust, proxy, spec.insecure(), timeout());
    }

    /** The same without plain HTTP: digests are read so, whatever the repository allows. */
    RegistryAccess secure(ImageName image) {
        RegistryAccess access = of(image);
        return new RegistryAccess(access.login(), access.trust(), access.proxy(), false, access.timeout());
    }

    private Duration timeout() {
        Duration interval = GoDuration.parse(spec.interval());
        Duration asked = GoDuration.parseOr(spec.timeout(), interval);
        Duration least = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        return least.compareTo(LONGEST) > 0 ? LONGEST : least;
    }

    private static Optional<String> reference(@Nullable LocalRef reference) {
        return Optional.ofNullable(reference).map(LocalRef::name);
    }

    private Optional<Login> login(ImageName image) {
        Optional<Login> login = Optional.empty();
        if (spec.secretRef() != null) {
            String name = spec.secretRef().name();
            SecretData secret = SecretData.find(cluster, namespace, name)
                    .orElseThrow(() -> new AccessFailure("secrets \"" + name + "\" not found"));
            login = find(secret, image);
        }
        return login.isPresent() || spec.serviceAccountName().isEmpty() ? login : accountLogin(image);
    }

    private static Optional<Login> find(SecretData secret, ImageName image) {
        return DockerLogins.ofSecret(secret.secret()).find(image.registry(), image.repository());
    }

    private Optional<Login> accountLogin(ImageName image) {
        String account = namespace + "/" + spec.serviceAccountName();
        Json found = cluster.get(new Address("v1", "serviceaccounts", namespace, spec.serviceAccountName()))
                .orElseThrow(() -> new AccessFailure("serviceaccount '" + account + "' not found"));
        return found.items("imagePullSecrets").stream()
                .map(reference -> pullSecret(account, reference.text("name")))
                .flatMap(secret -> find(secret, image).stream())
                .findFirst();
    }

    private SecretData pullSecret(String account, String name) {
        return SecretData.find(cluster, namespace, name)
                .orElseThrow(() -> new AccessFailure("failed to get image pull secret for serviceaccount '" + account
                        + "': secret '" + namespace + "/" + name + "' not found"));
    }

    private SecretData required(String name) {
        return SecretData.find(cluster, namespace, name)
                .orElseThrow(() -> new AccessFailure("secret '" + namespace + "/" + name + "' not found"));
    }

    private InetSocketAddress proxy(String name) {
        SecretData secret = required(name);
        String address = secret.text("address").orElseThrow(() -> AccessFailure.keyMissing(secret.path(), "address"));
        if (address.isBlank()) {
            throw new AccessFailure("secret '" + secret.path() + "': proxy address is empty");
        }
        URI uri = URI.create(address.strip());
        if (uri.getScheme() == null || !PROXY_SCHEMES.contains(uri.getScheme())) {
            throw new AccessFailure("secret '" + secret.path()
                    + "': proxy URL must use one of the supported schemes (http, https, socks5), got '"
                    + uri.getScheme() + "'");
        }
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
    }

    private SSLContext trust(String name) {
        SecretData secret = required(name);
        Optional<byte[]> authority = secret.bytes("ca.crt", "caFile");
        Optional<byte[]> certificate = secret.bytes("tls.crt", "certFile");
        Optional<byte[]> key = secret.bytes("tls.key", "keyFile");
        if (certificate.isPresent() != key.isPresent()) {
            String there = certificate.isPresent() ? "tls.crt" : "tls.key";
            String missing = certificate.isPresent() ? "tls.key" : "tls.crt";
            throw new AccessFailure(
                    "secret '" + secret.path() + "' contains '" + there + "' but missing '" + missing + "'");
        }
        if (authority.isEmpty() && certificate.isEmpty()) {
            throw new AccessFailure(
                    "secret '" + secret.path() + "' must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'");
        }
        return Trust.context(
                authority, certificate.map(bytes -> new Trust.ClientCertificate(bytes, key.orElseThrow())));
    }
}
