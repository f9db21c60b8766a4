package dev.fluxlab.http;

/**
 * A response that goes on: frames are queued and written as the client takes them; {@link #send} never blocks. A
 * client that falls too far behind is cut off, and must start again from where it was.
 */
public interface EventStream extends AutoCloseable {

    /** Queues a frame; ignored once the stream is closed. */
    void send(byte[] frame);

    boolean isOpen();

    /** Runs once when the stream ends, whoever ends it; at once if it has ended. */
    void onClosed(Runnable action);

    /** Ends the stream after the frames that are queued. */
    @Override
    void close();
}
