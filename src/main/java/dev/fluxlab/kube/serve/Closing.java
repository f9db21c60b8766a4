package dev.fluxlab.kube.serve;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes what has nobody left to tell when it fails. */
final class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class.getName());

    private Closing() {}

    static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "a registration could not be taken back", e);
        }
    }
}
