package dev.fluxlab.lineage;

import dev.fluxlab.world.view.Commit;
import dev.fluxlab.world.view.Fleet.TagInGit;
import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldView;
import java.util.Optional;

/** What the links so far have found; a link that needs what was not found cannot be judged. */
final class Trail {

    private final WorldView world;
    private final Running running;
    private Optional<String> digest = Optional.empty();
    private Optional<TagInGit> tagInGit = Optional.empty();
    private Optional<String> stagingTag = Optional.empty();
    private Optional<Commit> botCommit = Optional.empty();

    Trail(WorldView world, Running running) {
        this.world = world;
        this.running = running;
    }

    WorldView world() {
        return world;
    }

    Running running() {
        return running;
    }

    String environment() {
        return running.environment();
    }

    String app() {
        return running.app();
    }

    String repository() {
        return running.repository();
    }

    Optional<String> digest() {
        return digest;
    }

    void foundDigest(String found) {
        digest = Optional.of(found);
    }

    Optional<TagInGit> tagInGit() {
        return tagInGit;
    }

    void foundTagInGit(TagInGit found) {
        tagInGit = Optional.of(found);
    }

    Optional<String> stagingTag() {
        return stagingTag;
    }

    void foundStagingTag(String found) {
        stagingTag = Optional.of(found);
    }

    Optional<Commit> botCommit() {
        return botCommit;
    }

    void foundBotCommit(Commit found) {
        botCommit = Optional.of(found);
    }
}
