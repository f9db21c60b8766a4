package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which lines of a log are shown, and how. */
record LogView(Optional<Integer> tail, Optional<Instant> since, boolean timestamps, Optional<Integer> limitBytes) {

    static LogView of(Query query, Instant now) {
        Optional<Instant> since = number(query, "sinceSeconds").map(now::minusSeconds);
        return new LogView(
                number(query, "tailLines").map(Long::intValue),
                since.isPresent() ? since : query.get("sinceTime").map(LogView::time),
                query.get("timestamps", "").equals("true"),
                number(query, "limitBytes").map(Long::intValue));
    }

    private static Optional<Long> number(Query query, String name) {
        return query.get(name).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw Refusals.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
            }
        });
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusals.badRequest("parsing time \"" + text + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse");
        }
    }

    String print(List<PodLogs.Line> lines) {
        List<PodLogs.Line> recent = lines.stream()
                .filter(line -> since.filter(line.time()::isBefore).isEmpty())
                .toList();
        int from = tail.map(count -> Math.max(0, recent.size() - count)).orElse(0);
        StringBuilder text = new StringBuilder();
        recent.subList(from, recent.size()).forEach(line -> text.append(line(line)));
        return limitBytes
                .filter(limit -> limit < text.length())
                .map(limit -> text.substring(0, limit))
                .orElseGet(text::toString);
    }

    String line(PodLogs.Line line) {
        return (timestamps ? line.time() + " " : "") + line.text() + "\n";
    }
}
