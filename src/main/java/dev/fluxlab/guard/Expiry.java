package dev.fluxlab.guard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads from annotations for which incident something is out of the ordinary, and until when. */
record Expiry(InstantSource clock) {

    private static final String INCIDENT = "fluxlab.io/incident";

    /** What is wrong with the annotations, if anything is. */
    Optional<String> problem(Manifest manifest, String until) {
        if (manifest.annotation(INCIDENT).isBlank()) {
            return Optional.of("no incident is named (" + INCIDENT + ")");
        }
        String date = manifest.annotation(until);
        if (date.isBlank()) {
            return Optional.of("no end is named (" + until + ")");
        }
        try {
            boolean past = instant(date).isBefore(clock.instant());
            return past ? Optional.of("it ended on " + date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(until + " is no date: \"" + date + "\"");
        }
    }

    /** A day counts to its end. */
    private static Instant instant(String date) {
        return date.length() > 10
                ? Instant.parse(date)
                : LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
