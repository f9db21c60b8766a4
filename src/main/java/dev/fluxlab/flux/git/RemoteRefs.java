package dev.fluxlab.flux.git;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a remote offers: each reference with its commit, annotated tags peeled. */
public record RemoteRefs(Map<String, String> commits) {

    private static final String PEELED = "^{}";
    private static final int LENGTH = 4;

    public RemoteRefs {
        commits = Map.copyOf(commits);
    }

    public Optional<String> commit(String ref) {
        return Optional.ofNullable(commits.get(ref));
    }

    public boolean isEmpty() {
        return commits.isEmpty();
    }

    /** Reads an advertisement of protocol version 0: lines with their length in front. */
    static RemoteRefs parse(byte[] advertisement) throws GitFailure {
        Map<String, String> commits = new TreeMap<>();
        int at = 0;
        while (at + LENGTH <= advertisement.length) {
            int length = length(advertisement, at);
            int end = at + Math.max(length, LENGTH);
            if (end > advertisement.length) {
                throw new GitFailure("unexpected EOF");
            }
            add(commits, new String(advertisement, at + LENGTH, end - at - LENGTH, StandardCharsets.UTF_8));
            at = end;
        }
        return new RemoteRefs(commits);
    }

    private static int length(byte[] advertisement, int at) throws GitFailure {
        try {
            return Integer.parseInt(new String(advertisement, at, LENGTH, StandardCharsets.US_ASCII), 16);
        } catch (NumberFormatException e) {
            throw new GitFailure("invalid pkt-len found", e);
        }
    }

    private static void add(Map<String, String> commits, String line) {
        int space = line.indexOf(' ');
        int zero = line.indexOf('\0');
        String name = line.substring(space + 1, zero < 0 ? line.length() : zero).strip();
        if (space != 40 || name.equals("capabilities^{}")) {
            return;
        }
        boolean peeled = name.endsWith(PEELED);
        commits.put(peeled ? name.substring(0, name.length() - PEELED.length()) : name, line.substring(0, space));
    }
}
