package dev.fluxlab.flux.oci;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** How a registry is reached: with which login, trust and proxy, whether plain HTTP will do, and for how long. */
public record RegistryAccess(
        Optional<Login> login,
        Optional<SSLContext> trust,
        Optional<InetSocketAddress> proxy,
        boolean insecure,
        Duration timeout) {

    /** Without login, over the system's trust. */
    public static RegistryAccess anonymous(boolean insecure, Duration timeout) {
        return new RegistryAccess(Optional.empty(), Optional.empty(), Optional.empty(), insecure, timeout);
    }
}
