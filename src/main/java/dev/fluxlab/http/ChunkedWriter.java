package dev.fluxlab.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Writes the frames of a stream as chunks of one HTTP response. */
final class ChunkedWriter implements FrameQueue.Writer {

    private final Response response;
    private final Callback completion;
    private final FrameQueue queue = new FrameQueue(this);

    private ChunkedWriter(Response response, Callback completion) {
        this.response = response;
        this.completion = completion;
    }

    static EventStream open(Request request, Response response, Callback completion) {
        ChunkedWriter writer = new ChunkedWriter(response, completion);
        request.addIdleTimeoutListener(timeout -> false); // a watch is silent for as long as nothing changes
        request.addFailureListener(failure -> writer.abort(failure));
        writer.queue.send(new byte[0]); // sends the status and the headers, which clients wait for
        return writer.queue;
    }

    @Override
    public void write(byte[] frame) {
        Content.Sink sink = response;
        sink.write(false, ByteBuffer.wrap(frame), Callback.from(queue::written, this::abort));
    }

    @Override
    public void finish() {
        response.write(
                true,
                BufferUtil.EMPTY_BUFFER,
                Callback.from(
                        () -> {
                            completion.succeeded();
                            queue.ended();
                        },
                        this::abort));
    }

    @Override
    public void abort(Throwable cause) {
        completion.failed(cause);
        queue.ended();
    }
}
