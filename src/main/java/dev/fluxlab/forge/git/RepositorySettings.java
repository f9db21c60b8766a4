package dev.fluxlab.forge.git;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/**
 * How a repository is hosted.
 *
 * @param hidden whether only users of the forge may read it
 * @param maxPushBytes what one push may bring
 */
public record RepositorySettings(
        RepositoryName name,
        boolean hidden,
        String defaultBranch,
        List<ProtectedBranch> protectedBranches,
        long maxPushBytes) {

    private static final long DEFAULT_MAX_PUSH = 100L << 20;

    public RepositorySettings {
        protectedBranches = List.copyOf(protectedBranches);
    }

    /** Readable by everybody, branch main, nothing protected. */
    public static RepositorySettings of(String name) {
        return new RepositorySettings(new RepositoryName(name), false, "main", List.of(), DEFAULT_MAX_PUSH);
    }

    public RepositorySettings asHidden() {
        return new RepositorySettings(name, true, defaultBranch, protectedBranches, maxPushBytes);
    }

    public RepositorySettings protect(ProtectedBranch... branches) {
        return new RepositorySettings(name, hidden, defaultBranch, List.of(branches), maxPushBytes);
    }

    public RepositorySettings maxPush(long bytes) {
        return new RepositorySettings(name, hidden, defaultBranch, protectedBranches, bytes);
    }

    Optional<ProtectedBranch> protection(String branch) {
        return protectedBranches.stream()
                .filter(each -> each.branch().equals(branch))
                .findFirst();
    }

    static RepositorySettings read(RepositoryName name, Json json) {
        return new RepositorySettings(
                name,
                json.at("hidden").flatMap(Json::asBoolean).orElse(false),
                json.text("defaultBranch"),
                json.items("protectedBranches").stream()
                        .map(ProtectedBranch::read)
                        .toList(),
                json.at("maxPushBytes").flatMap(Json::asLong).orElse(DEFAULT_MAX_PUSH));
    }

    Obj json() {
        return Obj.builder()
                .put("hidden", hidden)
                .put("defaultBranch", defaultBranch)
                .put(
                        "protectedBranches",
                        new Arr(protectedBranches.stream()
                                .<Json>map(ProtectedBranch::json)
                                .toList()))
                .put("maxPushBytes", maxPushBytes)
                .build();
    }
}
