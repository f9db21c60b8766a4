package dev.fluxlab.tool;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them. */
final class GoDuration {

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|m(?!s)|s|ms)");

    private GoDuration() {}

    static Duration parse(String text) {
        Matcher part = PART.matcher(text);
        double seconds = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            seconds += Double.parseDouble(part.group(1)) * seconds(part.group(2));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw new ToolFailure(1, "time: invalid duration \"" + text + "\"");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double seconds(String unit) {
        return switch (unit) {
            case "h" -> 3600;
            case "m" -> 60;
            case "ms" -> 0.001;
            default -> 1;
        };
    }

    /** The age of something as kubectl and flux print it (apimachinery's HumanDuration). */
    static String age(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < 0) {
            return seconds < -1 ? "<invalid>" : "0s";
        }
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = age.toMinutes();
        if (minutes < 10) {
            return both(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = age.toHours();
        if (hours < 8) {
            return both(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (hours < 192) {
            return both(hours / 24, "d", hours % 24, "h");
        }
        return hours < 24 * 365 * 2 ? hours / 24 + "d" : both(hours / 24 / 365, "y", hours / 24 % 365, "d");
    }

    private static String both(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
