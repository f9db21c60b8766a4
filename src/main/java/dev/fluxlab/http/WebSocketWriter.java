package dev.fluxlab.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** Writes the frames of a stream as text messages of a WebSocket; what the client sends is ignored. */
public final class WebSocketWriter extends Session.Listener.AbstractAutoDemanding implements FrameQueue.Writer {

    private final FrameQueue queue = new FrameQueue(this);
    private final java.util.function.Consumer<EventStream> opened;

    WebSocketWriter(java.util.function.Consumer<EventStream> opened) {
        this.opened = opened;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        opened.accept(queue);
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        queue.ended();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        queue.ended();
    }

    @Override
    public void write(byte[] frame) {
        getSession()
                .sendText(
                        new String(frame, StandardCharsets.UTF_8),
                        Callback.from(queue::written, failure -> queue.ended()));
    }

    @Override
    public void finish() {
        getSession().close(StatusCode.NORMAL, "", Callback.from(queue::ended, failure -> queue.ended()));
    }

    @Override
    public void abort(Throwable cause) {
        getSession().close(StatusCode.SERVER_ERROR, "", Callback.NOOP);
        queue.ended();
    }
}
