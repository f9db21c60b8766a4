package dev.fluxlab.guard;

import java.util.Locale;

/** How much a finding weighs: an error is a hard stop. */
public enum Severity {
    ERROR,
    WARNING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
