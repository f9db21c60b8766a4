package dev.fluxlab.kube.type;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Durations as kubectl's tables show them: two or three figures, no more. */
final class Ages {

    private Ages() {}

    /** The time that has passed since an RFC 3339 timestamp. */
    static String since(String timestamp, Instant now) {
        if (timestamp.isEmpty()) {
            return "<unknown>";
        }
        try {
            return human(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeException e) {
            return "<unknown>";
        }
    }

    static String between(String start, String end) {
        return human(Duration.between(Instant.parse(start), Instant.parse(end)));
    }

    static String human(Duration duration) {
        double exact = duration.toMillis() / 1000.0;
        long seconds = (long) exact; // towards zero, as Go converts
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 0) {
            return "0s";
        }
        return seconds < 3 * 3600 ? minutes(seconds) : hours(seconds / 3600, seconds / 60 % 60);
    }

    private static String minutes(long seconds) {
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        return minutes < 10 ? two(minutes, "m", seconds % 60, "s") : minutes + "m";
    }

    private static String hours(long hours, long minutes) {
        if (hours < 8) {
            return two(hours, "h", minutes, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        return hours < 24 * 8 ? two(hours / 24, "d", hours % 24, "h") : days(hours / 24);
    }

    private static String days(long days) {
        if (days < 365 * 2) {
            return days + "d";
        }
        return days < 365 * 8 ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + small + smallUnit;
    }
}
