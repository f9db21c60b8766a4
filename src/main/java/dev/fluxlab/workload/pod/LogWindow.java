package dev.fluxlab.workload.pod;

import dev.fluxlab.http.Query;
import dev.fluxlab.workload.pod.ContainerLog.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of a log that is asked for. */
record LogWindow(Query query, Instant now) {

    List<Line> cut(List<Line> lines) {
        Optional<Instant> since = number("sinceSeconds")
                .map(now::minusSeconds)
                .or(() -> query.get("sinceTime").map(Instant::parse));
        List<Line> recent = lines.stream()
                .filter(line -> since.filter(line.at()::isBefore).isEmpty())
                .toList();
        int most = number("tailLines").map(Long::intValue).orElse(recent.size());
        return recent.subList(Math.max(0, recent.size() - most), recent.size());
    }

    private Optional<Long> number(String name) {
        return query.get(name).filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong);
    }
}
