package dev.fluxlab.kube.auth;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes key pairs and certificates for the years that a course may be kept: P-256, but RSA for clients, because Java clients
 * read no other key from a kubeconfig without help.
 */
final class Certificates {

    static final String KEYS = "EC";
    static final String CLIENT_KEYS = "RSA";
    private static final int CLIENT_KEY_BITS = 2048;
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration SKEW = Duration.ofHours(1);

    private final Instant now;
    private final SecureRandom random;

    Certificates(Instant now, SecureRandom random) {
        this.now = now;
        this.random = random;
    }

    Identity authority(X500Name name) {
        KeyPair keys = curveKeys();
        X509v3CertificateBuilder builder = builder(name, name, keys);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (IOException e) {
            throw new PkiException("cannot describe the authority " + name, e);
        }
        return signed(builder, keys, keys.getPrivate());
    }

    Identity server(Identity authority, X500Name name, List<String> hosts) {
        GeneralName[] names = hosts.stream().map(Certificates::alternative).toArray(GeneralName[]::new);
        return leaf(authority, name, curveKeys(), new Purpose(KeyPurposeId.id_kp_serverAuth, names));
    }

    Identity client(Identity authority, X500Name name) {
        KeyPair keys = generate(CLIENT_KEYS, new RSAKeyGenParameterSpec(CLIENT_KEY_BITS, RSAKeyGenParameterSpec.F4));
        return leaf(authority, name, keys, new Purpose(KeyPurposeId.id_kp_clientAuth));
    }

    /** What a certificate is good for, and under which names. */
    private record Purpose(KeyPurposeId usage, GeneralName... names) {}

    private Identity leaf(Identity authority, X500Name name, KeyPair keys, Purpose purpose) {
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, name, keys);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.usage()));
            if (purpose.names().length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(purpose.names()));
            }
        } catch (IOException e) {
            throw new PkiException("cannot describe " + name, e);
        }
        return signed(builder, keys, authority.key());
    }

    private static GeneralName alternative(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random).add(BigInteger.ONE),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(LIFE)),
                subject,
                keys.getPublic());
    }

    private static Identity signed(X509v3CertificateBuilder builder, KeyPair keys, java.security.PrivateKey signer) {
        try {
            var certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer));
            return new Identity(keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new PkiException("cannot sign a certificate", e);
        }
    }

    private KeyPair curveKeys() {
        return generate(KEYS, new ECGenParameterSpec("secp256r1"));
    }

    private KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot make a key of the kind " + algorithm, e);
        }
    }
}
