package dev.fluxlab.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries log: warnings, unless a logging configuration is given with the JDK's own property. */
final class Logs {

    private Logs() {}

    static void quieten() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }
}
