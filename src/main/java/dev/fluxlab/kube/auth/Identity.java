package dev.fluxlab.kube.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key with the certificate that says whose it is. */
public record Identity(PrivateKey key, X509Certificate certificate) {

    public String keyPem() {
        return Pem.print("PRIVATE KEY", key.getEncoded());
    }

    public String certificatePem() {
        return pemOf(certificate);
    }

    public static String pemOf(X509Certificate certificate) {
        try {
            return Pem.print("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot print the certificate of " + certificate.getSubjectX500Principal(), e);
        }
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
