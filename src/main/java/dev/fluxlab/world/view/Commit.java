package dev.fluxlab.world.view;

import java.time.Instant;
import java.util.List;

/** A commit as {@code git log} shows it. */
public record Commit(String sha, String author, String email, Instant when, String message, List<String> parents) {

    public Commit {
        parents = List.copyOf(parents);
    }

    /** The sha as people read it. */
    public String shortSha() {
        return sha.substring(0, 7);
    }

    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
