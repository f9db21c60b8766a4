package dev.fluxlab.world.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application runs in an environment.
 *
 * @param image the image its Deployment names
 * @param pods its pods, without those that are ending
 */
public record Running(String environment, String app, String image, List<Pod> pods) {

    public Running {
        pods = List.copyOf(pods);
    }

    /**
     * A pod of the application.
     *
     * @param digest of the image that runs; empty while none does
     * @param waitingFor why its container does not run, e.g. ImagePullBackOff; empty when it does
     */
    public record Pod(String name, String uid, String image, String digest, boolean ready, String waitingFor) {}

    /** The tag the Deployment names; empty when it names none. */
    public String tag() {
        String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "";
    }

    /** The repository in the registry, without its host. */
    public String repository() {
        String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = name.lastIndexOf(':');
        String untagged = colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
        int slash = untagged.indexOf('/');
        boolean hasHost = slash > 0
                && (untagged.substring(0, slash).contains(".")
                        || untagged.substring(0, slash).contains(":"));
        return hasHost ? untagged.substring(slash + 1) : untagged;
    }

    /** The digests that run; more than one while a rollout is going on. */
    public Set<String> digests() {
        return pods.stream()
                .map(Pod::digest)
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.toSet());
    }

    public boolean isReady() {
        return !pods.isEmpty() && pods.stream().allMatch(Pod::ready);
    }

    /** In words, for a message: the tag, the digests, and what keeps pods from being ready. */
    public String describe() {
        String waiting = pods.stream()
                .filter(pod -> !pod.ready())
                .map(pod -> pod.name() + (pod.waitingFor().isEmpty() ? " not ready" : " " + pod.waitingFor()))
                .collect(Collectors.joining(", "));
        return "tag " + tag() + " with digest " + (digests().isEmpty() ? "none" : String.join(", ", digests()))
                + (waiting.isEmpty() ? "" : " (" + waiting + ")");
    }
}
