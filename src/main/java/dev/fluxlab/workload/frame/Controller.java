package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings one object of a kind nearer to what it says, from what the API server says at that moment. */
public interface Controller<P extends HasMetadata> {

    Class<P> kind();

    /** What this is called in the log. */
    String name();

    /** Where its objects are found; the namespace and the name are filled in. */
    Address collection();

    /** Changes of other kinds that ask for runs. */
    default List<Trigger<?>> triggers() {
        return List.of();
    }

    /**
     * One run.
     *
     * @return after which time to look again though nothing has changed; empty: not before something changes
     */
    Optional<Duration> reconcile(Obj object);

    /** The object is gone. */
    default void gone(String namespace, String objectName) {}
}
