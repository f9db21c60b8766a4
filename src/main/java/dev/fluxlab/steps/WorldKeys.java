package dev.fluxlab.steps;

import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.WorldView;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers to quiz questions that only the world knows. */
public final class WorldKeys {

    private static final Pattern DIGEST = Pattern.compile("the digest of (\\w+) in (\\w+)");
    private static final Pattern TAG = Pattern.compile("the tag of (\\w+) in (\\w+) in Git");

    private final WorldView world;

    public WorldKeys(WorldView world) {
        this.world = world;
    }

    /** Whether the words name a key at all. */
    public static boolean isKey(String words) {
        return DIGEST.matcher(words).matches() || TAG.matcher(words).matches();
    }

    /** The value of a key now; empty when the world has none. */
    public Optional<String> value(String words) {
        Matcher digest = DIGEST.matcher(words);
        if (digest.matches()) {
            return world.environments()
                    .running(digest.group(2), digest.group(1))
                    .flatMap(running -> running.digests().stream().findFirst());
        }
        Matcher tag = TAG.matcher(words);
        return tag.matches()
                ? world.fleet().tag(tag.group(2), tag.group(1)).map(Fleet.TagInGit::tag)
                : Optional.empty();
    }
}
