package dev.fluxlab.workload.pod;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes and reads them, in the units that labels and messages need. */
final class GoDuration {

    private static final Pattern TERM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + TERM + ")+");

    private GoDuration() {}

    /** @throws IllegalArgumentException when it is none */
    static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration; write it as 90s, 1m30s or 250ms");
        }
        Duration sum = Duration.ZERO;
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            double millis = Double.parseDouble(terms.group(1)) * millisOf(terms.group(2));
            sum = sum.plusMillis(Math.round(millis));
        }
        return sum;
    }

    private static long millisOf(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1_000;
            default -> 1;
        };
    }

    static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis == 0 ? "0s" : millis + "ms";
        }
        String seconds = seconds(millis % 60_000);
        if (millis < 60_000) {
            return seconds;
        }
        String minutes = millis / 60_000 % 60 + "m" + seconds;
        return millis < 3_600_000 ? minutes : millis / 3_600_000 + "h" + minutes;
    }

    private static String seconds(long millis) {
        String fraction = millis % 1000 == 0 ? "" : ("." + "%03d".formatted(millis % 1000)).replaceAll("0+$", "");
        return millis / 1000 + fraction + "s";
    }
}
