package dev.fluxlab.tool;

import dev.fluxlab.world.view.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind as the flux CLI names it: on the command line, in action lines, and in tables. */
enum FluxKind {
    SOURCE_OCI(Kind.OCI_REPOSITORY, "source oci", List.of("oci")),
    SOURCE_GIT(Kind.GIT_REPOSITORY, "source git", List.of("git")),
    IMAGE_REPOSITORY(Kind.IMAGE_REPOSITORY, "image repository", List.of("repository", "image")),
    IMAGE_POLICY(Kind.IMAGE_POLICY, "image policy", List.of("policy")),
    IMAGE_UPDATE(Kind.IMAGE_UPDATE_AUTOMATION, "image update automation", List.of("update")),
    KUSTOMIZATION(Kind.KUSTOMIZATION, "kustomization", List.of("kustomization", "kustomizations", "ks")),
    RECEIVER(Kind.RECEIVER, "receiver", List.of("receiver", "receivers")),
    ALERT_PROVIDER(Kind.PROVIDER, "alert provider", List.of("alert-provider", "alert-providers")),
    ALERT(Kind.ALERT, "alert", List.of("alert", "alerts"));

    private final Kind kind;
    private final String human;
    private final List<String> words;

    FluxKind(Kind kind, String human, List<String> words) {
        this.kind = kind;
        this.human = human;
        this.words = words;
    }

    Kind kind() {
        return kind;
    }

    /** The name in lines such as {@code ► suspending kustomization …}. */
    String human() {
        return human;
    }

    boolean isSource() {
        return this == SOURCE_GIT || this == SOURCE_OCI;
    }

    boolean isImage() {
        return this == IMAGE_REPOSITORY || this == IMAGE_POLICY || this == IMAGE_UPDATE;
    }

    /** A kind that no controller reports on. */
    boolean isStatic() {
        return this == ALERT || this == ALERT_PROVIDER;
    }

    /** The group word that comes before the kind's: {@code source}, {@code image} or none. */
    private String group() {
        return isSource() ? "source" : isImage() ? "image" : "";
    }

    /** What the words name, and how many of them it took. */
    record Named(FluxKind kind, int words) {}

    static Optional<Named> read(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = singular(words.get(0));
        if (first.equals("source") || first.equals("image")) {
            String second = words.size() > 1 ? words.get(1) : "";
            return Arrays.stream(values())
                    .filter(kind -> kind.group().equals(first) && kind.words.contains(second))
                    .findFirst()
                    .map(kind -> new Named(kind, 2));
        }
        return Arrays.stream(values())
                .filter(kind -> kind.group().isEmpty() && kind.words.contains(words.get(0)))
                .findFirst()
                .map(kind -> new Named(kind, 1));
    }

    static String singular(String word) {
        return word.equals("sources") || word.equals("images") ? word.substring(0, word.length() - 1) : word;
    }
}
