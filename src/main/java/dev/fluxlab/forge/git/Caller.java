package dev.fluxlab.forge.git;

import dev.fluxlab.http.RequestRefused;
import java.util.function.Predicate;

/**
 * Who is asking, and what they may do.
 *
 * @param byJob whether a workflow's job is asking: what it pushes starts no workflows
 */
public record Caller(
        String name,
        boolean known,
        boolean byJob,
        Predicate<RepositoryName> mayRead,
        Predicate<RepositoryName> mayPush) {

    public static Caller anonymous() {
        return new Caller("anonymous", false, false, name -> false, name -> false);
    }

    /**
     * Lets the caller read.
     *
     * @throws RequestRefused (401) for who gave no credentials, (404) for who may not know that it is there
     */
    public void checkRead(RepositorySettings settings) {
        if (!settings.hidden() || mayRead.test(settings.name())) {
            return;
        }
        throw known ? new RequestRefused(404, "") : new RequestRefused(401, "authentication required");
    }

    /**
     * Lets the caller push.
     *
     * @throws RequestRefused (401) for who gave no credentials, (403) for who may not
     */
    public void checkPush(RepositorySettings settings) {
        if (!known) {
            throw new RequestRefused(401, "authentication required");
        }
        if (!mayPush.test(settings.name())) {
            throw new RequestRefused(403, name + " may read " + settings.name() + ", but not push to it");
        }
    }
}
