package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/** Checks signatures that cosign made with a key: ECDSA over a SimpleSigning document that names the digest. */
public final class CosignVerifier {

    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
    private static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";

    private final OciRegistry repository;

    public CosignVerifier(OciRegistry repository) {
        this.repository = repository;
    }

    /** Whether one of the keys, as PEM, signed the manifest with the digest. */
    public boolean verifies(String digest, Collection<String> keys) {
        try {
            OciManifest signatures = repository.manifest(digest.replace(':', '-') + ".sig");
            for (OciManifest.Layer layer : signatures.layers()) {
                if (layer.mediaType().equals(SIMPLE_SIGNING) && names(layer, digest, keys)) {
                    return true;
                }
            }
            return false;
        } catch (OciFailure | IOException e) {
            return false; // as Flux: a signature that cannot be had is one that does not match
        }
    }

    private boolean names(OciManifest.Layer layer, String digest, Collection<String> keys) throws IOException {
        byte[] payload = payload(layer);
        Optional<byte[]> signature = decoded(layer.annotations().getOrDefault(SIGNATURE, ""));
        return signature.isPresent()
                && keys.stream().anyMatch(key -> signed(payload, signature.get(), key))
                && digestIn(payload).equals(digest);
    }

    private byte[] payload(OciManifest.Layer layer) throws IOException {
        Path file = Files.createTempFile("signature-", ".json");
        try {
            repository.blob(layer.digest(), file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String digestIn(byte[] payload) {
        try {
            return JsonText.read(payload).text("critical", "image", "docker-manifest-digest");
        } catch (DocumentException e) {
            return "";
        }
    }

    private static boolean signed(byte[] payload, byte[] signature, String pem) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key(pem));
            verifier.update(payload);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return base64.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
