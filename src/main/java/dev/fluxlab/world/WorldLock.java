package dev.fluxlab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps a second process from serving the same folder; the system gives it up when the holder dies. */
final class WorldLock implements AutoCloseable {

    private static final int LONGEST_HOLDER = 200;

    private final FileChannel channel;

    private WorldLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws WorldHeld when another process has it, naming that process
     */
    static WorldLock take(WorldFolder folder, Instant now) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new WorldHeld(folder, holder);
            }
            channel.truncate(0);
            String holder = "process " + ProcessHandle.current().pid() + ", since " + now;
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorldLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder.lock() + ": " + e.getMessage(), e);
        }
    }

    /** Whether some process serves the folder now. */
    static boolean isHeld(WorldFolder folder) {
        if (!folder.lock().toFile().exists()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder.lock() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up the lock", e);
        }
    }
}
