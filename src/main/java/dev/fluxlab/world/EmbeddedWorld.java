package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.world.view.Access;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** A world in this process: API server, forge, registry, and the controllers as clients of the three. */
public final class EmbeddedWorld implements World {

    private final WorldFolder folder;
    private final Deque<AutoCloseable> parts;
    private final WorldClock clock;
    private final Access access;

    private EmbeddedWorld(WorldFolder folder, Deque<AutoCloseable> parts, WorldClock clock, Access access) {
        this.folder = folder;
        this.parts = parts;
        this.clock = clock;
        this.access = access;
    }

    /**
     * Makes the world of a folder, or resumes it.
     *
     * @throws WorldHeld when another process serves it
     * @throws WorldBroken when a file of its state cannot be read
     */
    public static EmbeddedWorld start(WorldOptions options, Progress progress) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return start(options, progress, parts);
        } catch (RuntimeException e) {
            close(parts);
            throw e;
        }
    }

    private static EmbeddedWorld start(WorldOptions options, Progress progress, Deque<AutoCloseable> parts) {
        WorldFolder folder = WorldFolder.of(options.home());
        folder.create();
        parts.push(WorldLock.take(folder, InstantSource.system().instant()));
        Secrets secrets = Secrets.loadOrMake(folder, new SecureRandom());
        WorldClock clock = WorldClock.on(InstantSource.system(), Duration.ofSeconds(secrets.secondsAhead()));
        parts.push(clock);
        progress.step("starting the API server, the registry and the forge");
        Servers servers = Servers.start(folder, options, secrets, clock, parts);
        HttpServer control = Control.serve(clock, secrets.login("control").password());
        parts.push(control);
        Access access = servers.access(folder, secrets, control.uri());
        new Controllers(folder, options, clock, parts).start(access);
        boolean isNew = secrets.port("cluster") == 0;
        if (isNew && !options.without().contains("flux")) {
            new Beginning(folder, options, clock, progress).make(servers, secrets, access);
        }
        servers.ports(secrets).save(folder); // last: a world that was killed while it was made is made again
        OwnerFile.write(folder.worldFile(), access.print());
        return new EmbeddedWorld(folder, parts, clock, access);
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public WorldClock clock() {
        return clock;
    }

    @Override
    public void close() {
        Secrets.load(folder).withSecondsAhead(clock.ahead().toSeconds()).save(folder);
        close(parts);
    }

    /** Ends the parts, the last one started first; one that fails does not keep the others running. */
    private static void close(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.getLogger(EmbeddedWorld.class.getName())
                        .log(System.Logger.Level.WARNING, "a part of the world did not end cleanly", e);
            }
        }
    }
}
