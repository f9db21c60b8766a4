package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Signatures beside their image, as cosign with a key leaves them: a manifest tagged {@code sha256-….sig}, whose layers
 * are Simple Signing documents that name the image's digest.
 */
public final class ImageSignatures {

    private static final String ANNOTATION = "dev.cosignproject.cosign/signature";

    private final RegistryClient client;
    private final String registry;

    public ImageSignatures(RegistryClient client, String registryAddress) {
        this.client = client;
        this.registry = registryAddress;
    }

    /** Signs an image with an ECDSA key. */
    public void sign(String repository, Digest image, PrivateKey key) throws GeneralSecurityException {
        byte[] payload = JsonText.bytes(payload(repository, image));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(payload);
        String signed = Base64.getEncoder().encodeToString(signature.sign());
        byte[] manifest = JsonText.bytes(manifest(repository, payload, signed));
        client.putManifest(repository, tag(image), new Manifest(MediaType.MANIFEST, Digest.of(manifest), manifest));
    }

    /** Whether one of the keys signed this very image. */
    public boolean isSigned(String repository, Digest image, List<PublicKey> keys) throws GeneralSecurityException {
        if (client.digest(repository, tag(image)).isEmpty()) {
            return false;
        }
        for (Descriptor layer : client.manifest(repository, tag(image)).layers()) {
            byte[] payload = client.blob(repository, layer.digest());
            if (names(payload, image) && isSignedByOne(payload, layer.annotations(), keys)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(byte[] payload, Digest image) {
        String signed = JsonText.read(payload).text("critical", "image", "docker-manifest-digest");
        return signed.equals(image.value());
    }

    private static boolean isSignedByOne(byte[] payload, Map<String, String> annotations, List<PublicKey> keys)
            throws GeneralSecurityException {
        byte[] signed = Base64.getDecoder().decode(annotations.getOrDefault(ANNOTATION, ""));
        for (PublicKey key : keys) {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(payload);
            if (holds(signature, signed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Signature signature, byte[] signed) {
        try {
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false; // not even the form of a signature
        }
    }

    private static String tag(Digest image) {
        return "sha256-" + image.hex() + ".sig";
    }

    private Obj payload(String repository, Digest image) {
        Obj critical = Obj.builder()
                .put("identity", Obj.of("docker-reference", registry + "/" + repository))
                .put("image", Obj.of("docker-manifest-digest", image.value()))
                .put("type", "cosign container image signature")
                .build();
        return Obj.builder()
                .put("critical", critical)
                .put("optional", Null.NULL)
                .build();
    }

    private Obj manifest(String repository, byte[] payload, String signed) {
        Digest digest = client.pushBlob(repository, payload);
        Descriptor layer = new Descriptor(MediaType.SIMPLE_SIGNING, digest, payload.length, Map.of(ANNOTATION, signed));
        byte[] config = JsonText.bytes(config(digest));
        Json configEntry = new Descriptor(MediaType.CONFIG, client.pushBlob(repository, config), config.length).json();
        return Obj.builder()
                .put("schemaVersion", Num.of(2))
                .put("mediaType", MediaType.MANIFEST)
                .put("config", configEntry)
                .put("layers", Arr.of(layer.json()))
                .build();
    }

    private static Obj config(Digest payload) {
        Obj rootfs = Obj.builder()
                .put("type", "layers")
                .put("diff_ids", Arr.ofTexts(List.of(payload.value())))
                .build();
        return Obj.builder()
                .put("architecture", "")
                .put("os", "")
                .put("rootfs", rootfs)
                .put("config", Obj.EMPTY)
                .build();
    }
}
