package dev.fluxlab.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** One request and its answer, which is given once. */
public final class Exchange {

    private final Request request;
    private final Response response;
    private final Callback completion;
    private final Map<Attribute<?>, Object> attributes = new IdentityHashMap<>();
    private final Query query;
    private boolean answered;

    Exchange(Request request, Response response, Callback completion) {
        this.request = request;
        this.response = response;
        this.completion = completion;
        this.query =
                Query.parse(Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
        refuseClimbing();
    }

    /** Jetty refuses ".." as written; this is for one that appears only once an escaped slash is decoded. */
    private void refuseClimbing() {
        if (("/" + path() + "/").contains("/../")) {
            throw new RequestRefused(400, "a path must not climb out: " + rawPath());
        }
    }

    public String method() {
        return request.getMethod();
    }

    /** The path with its escapes decoded. */
    public String path() {
        return URIUtil.decodePath(rawPath());
    }

    /** The path as it was sent. */
    public String rawPath() {
        return Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
    }

    public Query query() {
        return query;
    }

    /** The path and the query as they were sent. */
    public String rawPathAndQuery() {
        return request.getHttpURI().getPathQuery();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    public List<String> headers(String name) {
        return request.getHeaders().getFields(name).stream()
                .map(HttpField::getValue)
                .toList();
    }

    public List<String> headerNames() {
        return List.copyOf(request.getHeaders().getFieldNamesCollection());
    }

    /** The address the request came from, without its port. */
    public String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    public boolean isSecure() {
        return request.isSecure();
    }

    /** The certificate the client proved itself with; its issuer has been checked. */
    public Optional<X509Certificate> clientCertificate() {
        return Optional.ofNullable(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE))
                .map(EndPoint.SslSessionData.class::cast)
                .map(EndPoint.SslSessionData::peerCertificates)
                .filter(chain -> chain.length > 0)
                .map(chain -> chain[0]);
    }

    /**
     * The whole body.
     *
     * @throws RequestRefused (413) when it is larger than the limit, in bytes
     */
    public byte[] body(int limit) throws IOException {
        if (request.getLength() > limit) {
            throw RequestRefused.bodyTooLarge(limit);
        }
        byte[] read = bodyStream().readNBytes(limit + 1);
        if (read.length > limit) {
            throw RequestRefused.bodyTooLarge(limit);
        }
        return read;
    }

    public InputStream bodyStream() {
        return Content.Source.asInputStream(request);
    }

    public <T> Exchange put(Attribute<T> attribute, T value) {
        attributes.put(attribute, value);
        return this;
    }

    /** What a filter left; a handler that asks for what no filter left is wired wrongly. */
    public <T> T get(Attribute<T> attribute) {
        return find(attribute)
                .orElseThrow(() -> new IllegalStateException("no filter left a \"" + attribute + "\" on " + path()));
    }

    public <T> Optional<T> find(Attribute<T> attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(attribute::cast);
    }

    public Exchange responseHeader(String name, String value) {
        response.getHeaders().put(name, value);
        return this;
    }

    public Exchange addResponseHeader(String name, String value) {
        response.getHeaders().add(name, value);
        return this;
    }

    public boolean isAnswered() {
        return answered;
    }

    public void respond(int status) {
        begin(status);
        response.write(true, ByteBuffer.allocate(0), completion);
    }

    /** Answers with plain text. */
    public void respond(int status, String text) {
        respond(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public void respond(int status, String contentType, byte[] body) {
        begin(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = method().equals("HEAD");
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), completion);
    }

    /** Answers with what the action writes; blocks as the client reads. */
    public void respond(int status, String contentType, BodyWriter body) throws IOException {
        begin(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            body.writeTo(out);
        } catch (IOException | RuntimeException e) {
            completion.failed(e);
            throw e;
        }
        completion.succeeded();
    }

    /** Writes a body to a stream, which is closed by the caller. */
    @FunctionalInterface
    public interface BodyWriter {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Answers with frames that come later. */
    public EventStream stream(int status, String contentType) {
        begin(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        return ChunkedWriter.open(request, response, completion);
    }

    public boolean wantsWebSocket() {
        return header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    /** Becomes a WebSocket that sends each frame as a text message, beginning when the action is handed the stream. */
    public void webSocket(Consumer<EventStream> opened) {
        answered = true;
        ServerWebSocketContainer.get(request.getContext())
                .upgrade(
                        (upgrade, accepted, done) -> {
                            upgrade.getSubProtocols().stream().findFirst().ifPresent(accepted::setAcceptedSubProtocol);
                            return new WebSocketWriter(opened);
                        },
                        request,
                        response,
                        completion);
    }

    private void begin(int status) {
        if (answered) {
            throw new IllegalStateException("answered twice: " + method() + " " + path());
        }
        answered = true;
        response.setStatus(status);
    }
}
