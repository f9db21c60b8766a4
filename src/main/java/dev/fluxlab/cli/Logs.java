package dev.fluxlab.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries log: warnings, unless a logging configuration is given with the JDK's own property. */
final class Logs {

    /** Warns of every kind whose version is not v1, which Alerts and Providers are in Flux itself; held, or it is lost. */
    private static final Logger VERSIONS =
            Logger.getLogger("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils");

    private Logs() {}

    static void quieten() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
            VERSIONS.setLevel(Level.SEVERE);
        }
    }
}
