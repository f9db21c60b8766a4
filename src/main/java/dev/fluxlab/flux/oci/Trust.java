package dev.fluxlab.flux.oci;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates of a Secret as a TLS context: an authority added to the system's, and a client's own certificate. */
public final class Trust {

    private static final char[] NO_PASSWORD = new char[0];

    private Trust() {}

    /** A client's certificate and PKCS#8 key, both PEM. */
    public record ClientCertificate(byte[] certificate, byte[] key) {
        public ClientCertificate {
            certificate = certificate.clone();
            key = key.clone();
        }
    }

    /** @throws OciFailure when a certificate or key cannot be read */
    public static SSLContext context(Optional<byte[]> authority, Optional<ClientCertificate> client) {
        try {
            KeyStore trusted = emptyStore();
            addSystemAuthorities(trusted);
            if (authority.isPresent()) {
                add(trusted, "authority", certificates(authority.get()));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(clientStore(client), NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new OciFailure("failed to append certificate to pool: " + e.getMessage());
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static void addSystemAuthorities(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        system.init((KeyStore) null);
        int count = 0;
        for (TrustManager manager : system.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (Certificate authority : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("system-" + count++, authority);
                }
            }
        }
    }

    private static void add(KeyStore store, String name, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        int count = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(name + "-" + count++, certificate);
        }
    }

    private static Collection<? extends Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    }

    private static KeyStore clientStore(Optional<ClientCertificate> client)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        if (client.isPresent()) {
            Certificate[] chain = certificates(client.get().certificate()).toArray(Certificate[]::new);
            store.setKeyEntry("client", key(client.get().key(), chain[0]), NO_PASSWORD, chain);
        }
        return store;
    }

    private static PrivateKey key(byte[] pem, Certificate certificate) throws GeneralSecurityException {
        String body = new String(pem, java.nio.charset.StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm()).generatePrivate(spec);
    }
}
