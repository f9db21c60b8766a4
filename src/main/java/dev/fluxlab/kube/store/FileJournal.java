package dev.fluxlab.kube.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** Objects and the revision counter in one MVStore file; each change is one commit, so that none is half there. */
final class FileJournal implements Journal {

    private static final String REVISION = "revision";

    private final MVStore store;
    private final Path file;
    private final MVMap<String, byte[]> objects;
    private final MVMap<String, Long> counters;

    private FileJournal(MVStore store, Path file) {
        this.store = store;
        this.file = file;
        this.objects = store.openMap(
                "objects",
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        this.counters = store.openMap(
                "counters",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    static FileJournal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            createOwnerOnly(file);
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .cacheSize(1) // the objects live in the snapshot; the pages are needed for the next commit only
                    .open();
            store.setRetentionTime(5_000); // old chunks may be overwritten once no power failure can need them
            return new FileJournal(store, file);
        } catch (MVStoreException e) {
            throw unusable(file, e);
        } catch (IOException e) {
            throw new StoreException("cannot keep the cluster's state in " + file + ": " + e.getMessage(), e);
        }
    }

    /** The objects include Secrets. */
    private static void createOwnerOnly(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.exists(file) || !posix) {
            return;
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static StoreException unusable(Path file, MVStoreException cause) {
        if (cause.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new StoreException("another process is using the cluster's state in " + file, cause);
        }
        return new StoreException(
                "the cluster's state in " + file + " is damaged (" + cause.getMessage()
                        + "). The file is kept as it is. Put a copy back, or start an empty world with: fluxlab reset",
                cause);
    }

    @Override
    public Snapshot load(int remembered) {
        try {
            long revision = counters.getOrDefault(REVISION, 0L);
            Map<String, SortedTree<Stored>> trees = new HashMap<>();
            objects.forEach((stored, value) -> {
                Key key = Key.parse(stored);
                SortedTree<Stored> tree = trees.getOrDefault(key.resource(), SortedTree.empty());
                trees.put(key.resource(), tree.with(key.path(), Stored.loaded(key, value)));
            });
            Map<String, Ring> rings = new HashMap<>();
            trees.forEach((resource, tree) -> rings.put(resource, Ring.startingAt(revision, tree, remembered)));
            return new Snapshot(revision, revision, remembered, rings);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw unusable(file, e);
        }
    }

    @Override
    public void append(Change change) {
        String key = change.key().stored();
        try {
            change.after().ifPresentOrElse(after -> objects.put(key, after.value()), () -> objects.remove(key));
            counters.put(REVISION, change.revision());
            store.commit();
        } catch (MVStoreException e) {
            store.rollback();
            throw new StoreException("the cluster's state in " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
