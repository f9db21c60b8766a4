package dev.fluxlab.kube.store;

import dev.fluxlab.document.Obj;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The objects of a cluster. Readers take {@link #now()} and never wait; writes happen one after the other, and each is on disk
 * before it is seen (docs/adr/0010).
 */
public final class Store implements AutoCloseable {

    /** Changes of one resource that watches can still ask for. */
    static final int REMEMBERED = 2_048;

    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Journal journal;
    private volatile Snapshot now;

    private Store(Journal journal, Snapshot now) {
        this.journal = journal;
        this.now = now;
    }

    /**
     * The objects in a file, which is made when it is missing.
     *
     * @throws StoreException when the file is damaged or held by another process
     */
    public static Store open(Path file) {
        return over(FileJournal.open(file));
    }

    /** Objects that are forgotten with the store. */
    public static Store inMemory() {
        return over(Journal.NONE);
    }

    private static Store over(Journal journal) {
        return new Store(journal, journal.load(REMEMBERED));
    }

    public Snapshot now() {
        return now;
    }

    /** Adds an object; empty when there is one already. */
    public Optional<Stored> create(Key key, Obj object) {
        return write(key, 0, Optional.of(object)).flatMap(Change::after);
    }

    /** Replaces an object that is still at a revision; empty when it has moved on or is gone. */
    public Optional<Stored> replace(Stored old, Obj object) {
        return write(old.key(), old.revision(), Optional.of(object)).flatMap(Change::after);
    }

    /** Removes an object that is still at a revision and returns the deletion; empty when it has moved on or is gone. */
    public Optional<Change> delete(Stored old) {
        return write(old.key(), old.revision(), Optional.empty());
    }

    /** Runs an action after every change of a resource, on the writer's thread: it must only pass the news on. */
    public AutoCloseable onChange(String resource, Runnable action) {
        List<Runnable> actions = listeners.computeIfAbsent(resource, key -> new CopyOnWriteArrayList<>());
        actions.add(action);
        return () -> actions.remove(action);
    }

    private Optional<Change> write(Key key, long expected, Optional<Obj> object) {
        Change change;
        writing.lock();
        try {
            Optional<Stored> before = now.get(key);
            if (before.map(Stored::revision).orElse(0L) != expected) {
                return Optional.empty();
            }
            long revision = now.revision() + 1;
            change = new Change(revision, before, object.map(written -> Stored.written(key, revision, written)));
            journal.append(change);
            now = now.after(change);
        } finally {
            writing.unlock();
        }
        listeners.getOrDefault(key.resource(), List.of()).forEach(Runnable::run);
        return Optional.of(change);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            journal.close();
        } finally {
            writing.unlock();
        }
    }
}
