package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;

/** A request that the registry refuses, as the specification's error document. */
final class OciException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OciError code;
    private final transient Json detail;

    OciException(OciError code, String message, Json detail) {
        super(message);
        this.code = code;
        this.detail = detail;
    }

    OciException(OciError code, String message) {
        this(code, message, Null.NULL);
    }

    static OciException nameUnknown(RepositoryName name) {
        return new OciException(
                OciError.NAME_UNKNOWN, "repository name not known to registry", Obj.of("name", name.value()));
    }

    static OciException manifestUnknown(String reference) {
        String key = reference.contains(":") ? "Digest" : "Tag";
        return new OciException(OciError.MANIFEST_UNKNOWN, "manifest unknown", Obj.of(key, reference));
    }

    static OciException blobUnknown(Digest digest) {
        return new OciException(OciError.BLOB_UNKNOWN, "blob unknown to registry", Obj.of("digest", digest.value()));
    }

    static OciException uploadUnknown(String id) {
        return new OciException(
                OciError.BLOB_UPLOAD_UNKNOWN, "blob upload unknown to registry; begin it again", Obj.of("upload", id));
    }

    static OciException digestMismatch(Digest named, Digest found) {
        return new OciException(
                OciError.DIGEST_INVALID,
                "provided digest did not match uploaded content",
                Obj.builder()
                        .put("digest", named.value())
                        .put("found", found.value())
                        .build());
    }

    static OciException quotaExceeded(long wanted, long quota) {
        return new OciException(
                OciError.DENIED,
                "quota exceeded: the registry would hold " + wanted + " bytes, and may hold " + quota
                        + "; delete tags or blobs that are not needed");
    }

    OciError code() {
        return code;
    }

    Obj document() {
        Obj error = Obj.builder()
                .put("code", code.name())
                .put("message", String.valueOf(getMessage()))
                .put("detail", detail)
                .build();
        return Obj.of("errors", Arr.of(error));
    }
}
