package dev.fluxlab.kube.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five fields of a cron schedule, each within its bounds. */
final class CronSchedule {

    private static final Pattern DESCRIPTOR =
            Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly|every .+)");
    private static final Pattern RANGE = Pattern.compile("(\\*|\\?|\\w+)(?:-(\\w+))?(?:/(\\w+))?");
    private static final List<Bounds> FIELDS = List.of(
            new Bounds(0, 59, List.of()),
            new Bounds(0, 23, List.of()),
            new Bounds(1, 31, List.of()),
            new Bounds(
                    1,
                    12,
                    List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new Bounds(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

    private record Bounds(int least, int most, List<String> names) {}

    private CronSchedule() {}

    /** What is wrong with a schedule, in the words of the parser that Kubernetes uses. */
    static Optional<String> complaint(String schedule) {
        if (schedule.contains("TZ")) {
            return Optional.of("cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        }
        if (schedule.startsWith("@")) {
            return DESCRIPTOR.matcher(schedule).matches()
                    ? Optional.empty()
                    : Optional.of("unrecognized descriptor: " + schedule);
        }
        List<String> fields = List.of(schedule.strip().split("\\s+"));
        if (fields.size() != FIELDS.size()) {
            return Optional.of(
                    "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
        }
        for (int i = 0; i < fields.size(); i++) {
            Optional<String> complaint = field(fields.get(i), FIELDS.get(i));
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> field(String field, Bounds bounds) {
        return List.of(field.split(",")).stream()
                .map(range -> range(range, bounds))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> range(String range, Bounds bounds) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return Optional.of(
                    "failed to parse int from " + range + ": strconv.Atoi: parsing \"" + range + "\": invalid syntax");
        }
        boolean any = matcher.group(1).equals("*") || matcher.group(1).equals("?");
        Optional<Integer> start = any ? Optional.of(bounds.least()) : number(matcher.group(1), bounds);
        Optional<Integer> end = matcher.group(2) == null ? start : number(matcher.group(2), bounds);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.of(
                    "failed to parse int from " + range + ": strconv.Atoi: parsing \"" + range + "\": invalid syntax");
        }
        return outside(range, start.get(), end.get(), bounds);
    }

    private static Optional<String> outside(String range, int start, int end, Bounds bounds) {
        if (start < bounds.least()) {
            return Optional.of("beginning of range (" + start + ") below minimum (" + bounds.least() + "): " + range);
        }
        if (end > bounds.most()) {
            return Optional.of("end of range (" + end + ") above maximum (" + bounds.most() + "): " + range);
        }
        return start > end
                ? Optional.of("beginning of range (" + start + ") beyond end of range (" + end + "): " + range)
                : Optional.empty();
    }

    private static Optional<Integer> number(String text, Bounds bounds) {
        int named = bounds.names().indexOf(text.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return Optional.of(named);
        }
        return text.chars().allMatch(Character::isDigit) ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
