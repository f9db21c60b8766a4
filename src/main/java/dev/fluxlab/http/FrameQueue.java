package dev.fluxlab.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The frames of one stream, written one after the other by whatever writes to its client. */
final class FrameQueue implements EventStream {

    /** Frames a client may be behind before it is cut off. */
    static final int MAX_BEHIND = 20_000;

    /** Writes to the client and calls back on the queue. */
    interface Writer {
        void write(byte[] frame);

        void finish();

        void abort(Throwable cause);
    }

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<Runnable> closedActions = new ArrayList<>();
    private final Writer writer;
    private boolean writing;
    private boolean closing;
    private boolean closed;

    FrameQueue(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void send(byte[] frame) {
        boolean overflow;
        synchronized (this) {
            if (closing || closed) {
                return;
            }
            waiting.add(frame);
            overflow = waiting.size() > MAX_BEHIND;
        }
        if (overflow) {
            writer.abort(new IllegalStateException("the client is " + MAX_BEHIND + " frames behind"));
            ended();
            return;
        }
        writeNext();
    }

    private void writeNext() {
        Optional<byte[]> next;
        synchronized (this) {
            if (writing || closed) {
                return;
            }
            next = Optional.ofNullable(waiting.poll());
            if (next.isEmpty() && !closing) {
                return;
            }
            writing = true;
        }
        next.ifPresentOrElse(writer::write, writer::finish);
    }

    /** The last write is done. */
    void written() {
        synchronized (this) {
            writing = false;
        }
        writeNext();
    }

    /** The stream is over: finished, failed, or left by the client. */
    void ended() {
        List<Runnable> actions;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            actions = List.copyOf(closedActions);
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public synchronized boolean isOpen() {
        return !closing && !closed;
    }

    @Override
    public void onClosed(Runnable action) {
        synchronized (this) {
            if (!closed) {
                closedActions.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing || closed) {
                return;
            }
            closing = true;
        }
        writeNext();
    }
}
