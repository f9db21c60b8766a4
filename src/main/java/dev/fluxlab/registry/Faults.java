package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on; they outlive a restart, as a real outage would. */
final class Faults {

    private static final long LONGEST_HANG_MILLIS = 10L * 60 * 1000;

    private final Path file;
    private List<Fault> active;

    private Faults(Path file, List<Fault> active) {
        this.file = file;
        this.active = active;
    }

    static Faults open(Path file) throws IOException {
        List<Fault> active = Files.exists(file) ? read(JsonText.read(Files.readAllBytes(file))) : List.of();
        return new Faults(file, active);
    }

    static List<Fault> read(Json list) {
        return list
                .asArr()
                .orElseThrow(() -> new OciException(OciError.UNSUPPORTED, "faults are a JSON array of objects"))
                .items()
                .stream()
                .map(Fault::read)
                .toList();
    }

    synchronized void set(List<Fault> faults) throws IOException {
        DurableFile.write(file, JsonText.bytes(json(faults)));
        active = List.copyOf(faults);
        notifyAll(); // whoever hangs looks again
    }

    synchronized Arr json() {
        return json(active);
    }

    private static Arr json(List<Fault> faults) {
        return new Arr(faults.stream().<Json>map(Fault::json).toList());
    }

    /** Refuses or holds up a request as the faults say. */
    void strike(Exchange exchange, String repository) throws InterruptedException {
        hang(repository);
        if (find(Fault.Kind.UNAUTHORIZED, repository).isPresent()) {
            exchange.responseHeader("WWW-Authenticate", RegistryHandler.CHALLENGE);
            throw new OciException(OciError.UNAUTHORIZED, "authentication required");
        }
        if (find(Fault.Kind.FORBIDDEN, repository).isPresent()) {
            throw new OciException(OciError.DENIED, "requested access to the resource is denied");
        }
        Optional<Fault> limit = find(Fault.Kind.RATE_LIMITED, repository);
        if (limit.isPresent()) {
            exchange.responseHeader("Retry-After", Long.toString(limit.get().number()));
            throw new OciException(OciError.TOOMANYREQUESTS, "slow down");
        }
    }

    private synchronized void hang(String repository) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_HANG_MILLIS * 1_000_000;
        while (find(Fault.Kind.HANG, repository).isPresent()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new OciException(OciError.TOOMANYREQUESTS, "the registry did not answer in time");
            }
            wait(left);
        }
    }

    /** The tags that are not hidden. */
    List<String> visible(String repository, Collection<String> tags) {
        return tags.stream().filter(tag -> !isHidden(repository, tag)).toList();
    }

    synchronized boolean isHidden(String repository, String tag) {
        return active.stream()
                .anyMatch(fault -> fault.kind() == Fault.Kind.HIDDEN_TAG
                        && fault.concerns(repository)
                        && fault.tag().equals(tag));
    }

    /** A page of tags, cut or without its link. */
    Page change(String repository, Page page) {
        Optional<Fault> cut = find(Fault.Kind.TRUNCATED_LIST, repository);
        if (cut.isPresent()) {
            int size =
                    (int) Math.min(Math.max(cut.get().number(), 0), page.names().size());
            return new Page(page.names().subList(0, size), false);
        }
        return find(Fault.Kind.DROPPED_LINK, repository).isPresent() ? new Page(page.names(), false) : page;
    }

    private synchronized Optional<Fault> find(Fault.Kind kind, String repository) {
        return active.stream()
                .filter(fault -> fault.kind() == kind && fault.concerns(repository))
                .findFirst();
    }
}
