package dev.fluxlab.kube.store;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** An object as a revision left it, with its JSON text, which lists, watches and the file share. */
public final class Stored {

    private final Key key;
    private final long revision;
    private final byte[] json;
    private volatile @Nullable Obj object;

    private Stored(Key key, long revision, byte[] json, @Nullable Obj object) {
        this.key = key;
        this.revision = revision;
        this.json = json;
        this.object = object;
    }

    static Stored written(Key key, long revision, Obj object) {
        Obj stamped = object.withObj("metadata", meta -> meta.with("resourceVersion", Long.toString(revision)));
        return new Stored(key, revision, JsonText.bytes(stamped), stamped);
    }

    /** An object of the file; its text is parsed when it is first looked at, so that a large world resumes at once. */
    static Stored loaded(Key key, byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        long revision = buffer.getLong();
        byte[] json = new byte[buffer.remaining()];
        buffer.get(json);
        return new Stored(key, revision, json, null);
    }

    byte[] value() {
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(revision)
                .put(json)
                .array();
    }

    public Key key() {
        return key;
    }

    public long revision() {
        return revision;
    }

    /** The object's JSON in UTF-8; not to be changed. */
    @SuppressWarnings("EI_EXPOSE_REP") // shared on purpose: a watch of a thousand clients sends these bytes as they are
    public byte[] json() {
        return json;
    }

    public Obj object() {
        Obj read = object;
        if (read == null) {
            Json parsed = JsonText.read(json);
            read = parsed.asObj().orElse(Obj.EMPTY);
            object = read;
        }
        return read;
    }

    @Override
    public String toString() {
        return key + "@" + revision;
    }
}
