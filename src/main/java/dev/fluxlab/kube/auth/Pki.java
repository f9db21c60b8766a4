package dev.fluxlab.kube.auth;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A world's own certificate authority and what it has signed, kept in a folder so that a resumed world is the same. */
public final class Pki {

    private static final int SIGNING_BITS = 2048;

    private final KeyFolder folder;
    private final Certificates certificates;
    private final SecureRandom random;
    private final Identity authority;

    private Pki(KeyFolder folder, Certificates certificates, SecureRandom random) {
        this.folder = folder;
        this.certificates = certificates;
        this.random = random;
        this.authority = folder.load("ca", Certificates.KEYS)
                .orElseGet(() -> folder.keep(
                        "ca",
                        certificates.authority(name("fluxlab-ca", List.of()).build())));
    }

    /** The authority in a folder, made when there is none; the clock is the machine's, which clients check against. */
    public static Pki open(Path folder, InstantSource clock, SecureRandom random) {
        return new Pki(new KeyFolder(folder), new Certificates(clock.instant(), random), random);
    }

    public X509Certificate authority() {
        return authority.certificate();
    }

    /** The server's identity; signed anew when it does not yet prove one of the hosts, which are names or addresses. */
    public Identity server(List<String> hosts) {
        return folder.load("server", Certificates.KEYS)
                .filter(identity -> alternatives(identity.certificate()).containsAll(hosts))
                .orElseGet(() -> {
                    var subject = name("kube-apiserver", List.of()).build();
                    return folder.keep("server", certificates.server(authority, subject, hosts));
                });
    }

    /** The identity of a user in groups, kept under the file name. */
    public Identity client(String file, String user, List<String> groups) {
        return folder.load(file, Certificates.CLIENT_KEYS)
                .orElseGet(() -> folder.keep(
                        file, certificates.client(authority, name(user, groups).build())));
    }

    /** The RSA keys that service account tokens are signed with. */
    KeyPair signingKeys() {
        Optional<PrivateKey> kept = folder.loadKey("sa", "RSA");
        try {
            if (kept.isPresent() && kept.get() instanceof RSAPrivateCrtKey key) {
                var publicKey = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
                return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(publicKey), key);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SIGNING_BITS, random);
            KeyPair made = generator.generateKeyPair();
            folder.keepKey("sa", made.getPrivate());
            return made;
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot make the key that tokens are signed with", e);
        }
    }

    /** Groups are organisations and the user is the common name, as the API server reads client certificates. */
    private static X500NameBuilder name(String user, List<String> groups) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        groups.forEach(group -> builder.addRDN(BCStyle.O, group));
        return builder.addRDN(BCStyle.CN, user);
    }

    private static Collection<String> alternatives(X509Certificate certificate) {
        Collection<String> hosts = new TreeSet<>();
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                names.forEach(name -> hosts.add(String.valueOf(name.get(1))));
            }
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot read the names of " + certificate.getSubjectX500Principal(), e);
        }
        return hosts;
    }
}
