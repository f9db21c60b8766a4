package dev.fluxlab.kube;

import java.nio.file.Path;
import java.util.List;

/** Where an API server lives. */
public interface ApiServerOptions {

    /** Holds {@code cluster.mv} and {@code pki/}; made when it is missing. */
    Path folder();

    /** The address to listen on. */
    default String host() {
        return "127.0.0.1";
    }

    /** The port to listen on; 0 for any that is free. */
    default int port() {
        return 0;
    }

    /** Further names and addresses that clients may reach the server by. */
    default List<String> advertised() {
        return List.of();
    }
}
