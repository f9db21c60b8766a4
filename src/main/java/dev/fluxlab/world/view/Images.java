package dev.fluxlab.world.view;

import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Digest;
import dev.fluxlab.registry.RegistryClient;
import dev.fluxlab.registry.RegistryException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The registry as crane sees it. Repositories are named without the registry's host. */
public final class Images {

    private final RegistryClient client;
    private final URI address;

    public Images(URI address, Login login) {
        this.client = RegistryClient.of(address, Optional.of(new Credentials(login.user(), login.password())));
        this.address = address;
    }

    /** Host and port, as image names begin. */
    public String host() {
        return address.getAuthority();
    }

    public List<String> tags(String repository) {
        return asking("the tags of " + repository, () -> client.tags(repository));
    }

    /** The digest that a tag names now. */
    public Optional<String> digest(String repository, String tag) {
        return asking(
                repository + ":" + tag, () -> client.digest(repository, tag).map(Digest::value));
    }

    /** The tags that name a digest. */
    public List<String> tagsOf(String repository, String digest) {
        return tags(repository).stream()
                .filter(tag -> digest(repository, tag).equals(Optional.of(digest)))
                .toList();
    }

    /** The labels of an image's config. */
    public Map<String, String> labels(String repository, String reference) {
        return asking("the labels of " + repository + "@" + reference, () -> client.labels(repository, reference));
    }

    /** The annotations of an image's manifest. */
    public Map<String, String> annotations(String repository, String reference) {
        return asking(
                "the manifest of " + repository + "@" + reference, () -> client.annotations(repository, reference));
    }

    /** Gives what a tag or digest names a further tag; the digest stays what it is. */
    public String tag(String repository, String reference, String newTag) {
        return asking("a tag of " + repository, () -> client.tag(repository, reference, newTag)
                .value());
    }

    public String copy(String from, String reference, String to, String newReference) {
        return asking("a copy of " + from, () -> client.copy(from, reference, to, newReference)
                .value());
    }

    public void delete(String repository, String reference) {
        asking("the deletion of " + repository + ":" + reference, () -> {
            client.delete(repository, reference);
            return true;
        });
    }

    /** The manifest's text, as the registry holds it. */
    public byte[] manifest(String repository, String reference) {
        return asking("the manifest of " + repository, () -> client.manifest(repository, reference)
                .content());
    }

    /** The config of an image, as JSON text. */
    public String config(String repository, String reference) {
        return asking("the config of " + repository, () -> client.config(repository, reference)
                .toString());
    }

    public List<String> repositories() {
        return asking("its repositories", client::repositories);
    }

    private <T> T asking(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (RegistryException e) {
            throw new WorldUnreachable("the registry " + host(), what, e);
        }
    }
}
